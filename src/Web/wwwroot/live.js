// see next
