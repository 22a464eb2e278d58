"""The nineteen laws of immigration and administrative procedure that count most, by the publisher's key."""

CORE_LAWS = frozenset(
    "aufenthg_2004 aufenthv asylvfg_1992 asylblg asylzbv_2008 auslzustv_2024 azrg azrg-dv beschv_2013 bvfg deuf_v "
    "freiz_gg_eu_2004 intv stag ukraineaufenth_v vwvfg vwgo vwvg vwzg_2005".split()
)
