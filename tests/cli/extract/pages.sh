# Heads and feet of the pages of a paper, which form feeds part, are no text of it. The last row of
# a table is none of them, nor is a title that a page begins with.
{
    printf 'Bank of the Isles                        Bulletin\n\nLending grew by 3.4%%.\n\n'
    printf 'Table 1 Loans (£ million)\n\nSector       2025    2026\nHomes         311     325\n'
    printf 'Shops          42      45\n\n                         12\n'
    printf '\fCredit conditions                     13\n\nLoans to firms rose by 12.5%%.\n\n'
    printf 'Bank of the Isles             14\n'
    printf '\fBank of the Isles                        Bulletin\n\nDeposits fell by 0.8%%.\n\n－ 15 －\n\f'
} >bulletin.txt
bseries extract bulletin.txt
