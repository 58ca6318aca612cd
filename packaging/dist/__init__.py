"""Makes what is handed out from a program that is built already. Standard library only.

The same program and the same commit give the same bytes: entries are sorted, owners and times are
fixed, and nothing of this machine gets in.
"""
