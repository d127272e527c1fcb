"""The parts that hold no content: theme, fonts, settings, properties."""

from __future__ import annotations

from facilitation.synthesis import Synthesis
from facilitation.writers.docx.xml import NAMESPACES, digits, one_line
from facilitation.writers.style import FONT, Style

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_OUTLINE = f'<a:ln w="9525">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme(style: Style) -> str:
    """Return the theme: the paper stays white (it is printed), the rest is the style's tokens."""
    slots = {
        "dk1": style.encre,
        "lt1": "#FFFFFF",
        "dk2": style.fonce,
        "lt2": style.sable,
        "accent1": style.accent,
        "accent2": style.clair,
        "accent3": style.moyen,
        "accent4": style.trait,
        "accent5": style.gris,
        "accent6": style.filet,
        "hlink": style.accent,
        "folHlink": style.accent,
    }
    colours = "".join(f'<a:{slot}><a:srgbClr val="{digits(value)}"/></a:{slot}>' for slot, value in slots.items())
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    return (
        f'<a:theme xmlns:a="{_DRAWING}" name="Atelier"><a:themeElements><a:clrScheme name="Atelier">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Atelier"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Atelier"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_OUTLINE * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def fonts() -> str:
    """Return the table of fonts: Arial, with its family for software that lacks it."""
    return (
        f'<w:fonts {NAMESPACES}><w:font w:name="{FONT}"><w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def settings() -> str:
    """Return the settings: today's layout (mode 15, no « Mode de compatibilité »), French, no question on opening."""
    uri = "http://schemas.microsoft.com/office/word"
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/>'
        f'<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="{uri}" w:val="1"/>'
        f'<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="{uri}" w:val="1"/>'
        f'<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="{uri}" w:val="1"/></w:compat>'
        '<w:themeFontLang w:val="fr-FR"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" '
        'w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" '
        'w:followedHyperlink="followedHyperlink"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def core_properties(synthesis: Synthesis, style: Style) -> str:
    """Return title, subject, author and dates; the date is the day's own, never the clock's."""
    author = synthesis.organisation or style.organisation
    subject = ", ".join(filter(None, (synthesis.kind, synthesis.overtitle, synthesis.when)))
    moment = f"{synthesis.date.isoformat()}T00:00:00Z"
    stamp = "".join(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>' for name in ("created", "modified"))
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{one_line(synthesis.title)}</dc:title><dc:subject>{one_line(subject)}</dc:subject>"
        f"<dc:creator>{one_line(author)}</dc:creator><cp:lastModifiedBy>{one_line(author)}</cp:lastModifiedBy>"
        f"<cp:revision>1</cp:revision>{stamp}<dc:language>fr-FR</dc:language></cp:coreProperties>"
    )


def app_properties(synthesis: Synthesis, style: Style) -> str:
    """Return the extended properties: who publishes."""
    company = one_line(synthesis.organisation or style.organisation)
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>facilitation</Application><Company>{company}</Company></Properties>"
    )
