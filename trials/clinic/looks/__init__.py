"""What has to be so after the eight months: each look compares what stood on phones with what the script knows.

A look is a function from the life that was lived to findings. None of them calls the product: what is expected is
written by hand, or counted from what each person told (trials.clinic.someone.ToldFact).
"""
