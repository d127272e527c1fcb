"""The synthesis as one web page: no script, nothing from the network, fit for a phone, a laptop and paper."""
