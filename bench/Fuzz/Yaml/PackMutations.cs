namespace TousRisques.Fuzz.Yaml;

/// <summary>Changes of a tree of values: what authors, editors and attackers do.</summary>
internal static class PackMutations
{
    private static readonly string[] Words =
    [
        "all", "any", "atLeast", "of", "degraded", "component", "tag", "place", "zone", "nature", "function", "digital", "on", "from", "for", "probability", "share", "atMost", "fr", "en", "de", "FR", "id", "at", "until",
        "value", "source", "note", "strikes", "caps", "effects", "events", "constraints", "real", "inspired", "fictional", "<<", "=", "c0", "f0", "event0", "limit0", "act0", "peril0", "null", "~", "", "true", "yes", "on",
        "0", "-1 h", "1 h..2 h", "2 h..1 h", "3650 d", "999999999 w", "24:00", "2018-08-27T00:00:00+02:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2018-02-30", "02-29", "12-31..01-01", "09-01",
        "https://example.org", "javascript:alert(1)", "MH0604", "Europe/Paris", "../../etc/passwd", "1985–1995", "peril:x", "x y", "É", "ı",
    ];

    public static Knot Mutate(Knot root, Dice dice, Func<Knot?> other)
    {
        root = root.Copy();
        for (var n = dice.Scale(4); n > 0; n--) Once(root, dice, other);
        return root;
    }

    private static void Once(Knot root, Dice dice, Func<Knot?> other)
    {
        var all = root.All().ToList();
        var holders = all.Where(k => k.Entries is { Count: > 0 } || k.Items is { Count: > 0 }).ToList();
        var leaves = all.Where(k => k.Scalar is not null).ToList();
        if (holders.Count == 0 || leaves.Count == 0) return;
        var (holder, leaf, any) = (dice.Among(holders), dice.Among(leaves), dice.Among(all));
        var at = dice.Below(holder.Entries?.Count ?? holder.Items!.Count);
        switch (dice.Below(15))
        {
            case 0:
                if (holder.Entries is { } entries) entries.RemoveAt(at);
                else holder.Items!.RemoveAt(at);
                break;
            case 1:
                var times = dice.Scale(dice.OneIn(30) ? 2_000 : 4);
                if (holder.Entries is { } twice) twice.InsertRange(at, Enumerable.Repeat(twice[at], times));
                else holder.Items!.InsertRange(at, Enumerable.Repeat(holder.Items[at], times));
                break;
            case 2 or 3 or 4:
                leaf.Scalar = dice.Among(leaves).Scalar; // what stands elsewhere is most often nearly right
                break;
            case 5:
                leaf.Scalar = dice.Of(Words);
                break;
            case 6:
                leaf.Scalar = dice.Number();
                break;
            case 7:
                leaf.Scalar = dice.OneIn(2) ? dice.Strange() : new string(dice.Of('x', ' ', '1'), dice.Scale(20_000));
                break;
            case 8:
                Replace(any, dice.Among(all).Copy());
                break;
            case 9:
                holder.Entries?.Add((dice.Of(Words), dice.Among(all).Copy()));
                holder.Items?.Add(dice.Among(all).Copy());
                break;
            case 10:
                for (var n = dice.Scale(dice.OneIn(10) ? 80 : 4); n > 0; n--)
                    Replace(any, dice.OneIn(2) ? Knot.Map((dice.Of("all", "any", "degraded"), any.Copy())) : Knot.List(any.Copy()));
                break;
            case 11:
                any.Before = dice.OneIn(3) ? dice.Of("&a ", "*a ", "&a &b ", "!!str ", "!!binary ", "!x ", "! ", "!!int ", "!<tag:yaml.org,2002:map> ", "? ", "- ", "|\n", ">-\n ") : "";
                break;
            case 12 when other() is { } stranger:
                Replace(any, dice.Among(stranger.All().Take(2_000).ToList()).Copy());
                break;
            case 13 when holder.Items is { Count: > 1 } items:
                var second = dice.Below(items.Count);
                (items[at], items[second]) = (items[second], items[at]);
                break;
            default:
                if (holder.Entries is { Count: > 1 } shuffled)
                {
                    var with = dice.Below(shuffled.Count);
                    (shuffled[at], shuffled[with]) = ((shuffled[at].Key, shuffled[with].Value), (shuffled[with].Key, shuffled[at].Value));
                }
                break;
        }
    }

    private static void Replace(Knot knot, Knot by) => (knot.Scalar, knot.Items, knot.Entries, knot.Before) = (by.Scalar, by.Items, by.Entries, by.Before);
}
