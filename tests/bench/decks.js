// Writes a deck of a title and an 8 × 6 table a slide, a fifth with a chart: node decks.js SLIDES FILE. Prints the most memory it held, in megabytes.
const PptxGen = require("pptxgenjs");
const [slides, file] = [Number(process.argv[2]), process.argv[3]];
const deck = new PptxGen();
for (let s = 1; s <= slides; s++) {
  const slide = deck.addSlide();
  slide.addText(`Tableau ${s}`, { x: 0.5, y: 0.3, w: 9, h: 0.6, fontSize: 28 });
  const rows = Array.from({ length: 8 }, (_, r) => Array.from({ length: 6 }, (_, c) => ({ text: `idée ${s}.${r}.${c}` })));
  if (s % 5 === 0) {
    const data = [{ name: "Effectifs", labels: ["assis", "debout", "bras en l’air"], values: [12, 18, 12] }];
    slide.addChart(deck.ChartType.bar, data, { x: 0.5, y: 3.5, w: 9, h: 2 });
  }
  slide.addTable(rows, { x: 0.5, y: 1.1, w: 9, fontSize: 12 });
}
deck.writeFile({ fileName: file }).then(() => console.log(process.resourceUsage().maxRSS / 1000));
