using System.Globalization;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Extraction.Entities;

/// <summary>The steps in which a title is read: state, owner, office.</summary>
internal sealed partial class TitleReader
{
    /// <summary>The words before the office itself: the state, and whether it is no longer held.</summary>
    private void ReadState(ReadOnlySpan<Item> items, string text, TitleDraft title)
    {
        var last = items.Length - 1;
        for (; title.First < last; title.First++)
        {
            var item = items[title.First];
            var next = title.First + 1;
            if (next < last && StateOf(item) is { } home && IsPartyElsewhere(items[next], home))
            {
                // 博茨瓦纳民主党
                title.PartyState = home;
                break;
            }
            else if (next + 1 < last && StateOf(item) is not null && items[next].Classes.Intersects(state) && reach.EndsOrganization(items[next + 1], text))
            {
                // 捷克台湾商会
                break;
            }
            else if (next < last && StateOf(item) is { } part && (reach.IsOrganizationEnd(items[next], text) || (part == ownState && reach.IsPlainOrganization(items[next..last], text))))
            {
                // 哥伦比亚大学, 朝鲜协会, 中国政法大学: the state is part of the name.
                break;
            }
            else if (next < last && item.Classes.Intersects(stateShort) && items[next].Classes.Intersects(stateShort))
            {
                // 中俄人文合作委员会中方主席: both states are, and a side tells whose title it is.
                title.Of = SideOf(items[title.First..last]) ?? title.Of;
                break;
            }
            else if (StateOf(item) is { } name && (title.Of is null || !item.Classes.Intersects(stateShort)))
            {
                title.Of = name;
            }
            else if (item.Value is LexicalEntry { Place.Country: { } seat } && (items[next].Classes.Intersects(ministry) || reach.BeginsWithStateBody(vocabulary.Folded(text, new Span(items[next].Span.Start, items[last].Span.End)))))
            {
                title.Of = seat;
            }
            else if (item.Classes.Intersects(stateShort) && item.Value is LexicalEntry { Organization: { } bloc })
            {
                title.Of = bloc.Name;
            }
            else if (item.Classes.Intersects(former))
            {
                title.Former = true;
            }
            else if (title.Of is null && item.Classes.Intersects(mainland))
            {
                // 大陆国台办发言人
                title.Of = ownState;
            }
            else if (item.Classes.Intersects(description) && item.Span.Length == 1 && next < last && OrganizationEnd(items[..last], next, text) is not null)
            {
                // 新思想党
                break;
            }
            else if (!item.Classes.Intersects(skipped | description) && !(title.Of is not null && item.Classes.Intersects(stateTail)))
            {
                break;
            }
        }

        // 特朗普总统的国家安全顾问, 出席峰会的主席: only an organisation before 的 belongs to the title.
        for (var i = last - 1; i > title.First; i--)
        {
            if (items[i].Classes.Intersects(de))
            {
                title.First = IsOrganization(items[i - 1], text) ? title.First : i + 1;
                break;
            }
        }

        title.Home = title.Of;
    }

    /// <summary>The organisation that the office is of, where its name begins the title.</summary>
    private void ReadOwner(ReadOnlySpan<Item> items, string text, TitleDraft title, TitleRun run)
    {
        var last = items.Length - 1;
        if (QuotedOwner(items, text) is { } quoted)
        {
            title.Of = quoted.Name;
            title.First = title.Body = quoted.Behind;
            return;
        }

        while (KindEnd(items[..last], title.First, text) is >= 0 and var kind)
        {
            title.Of = null;
            title.First = kind + 1;
            while (title.First < last && items[title.First].Classes.Intersects(skipped))
            {
                title.First++;
            }
        }

        if (title.First == last)
        {
            return;
        }

        var first = items[title.First];
        if (title.Of == title.Home && first.Value is LexicalEntry { State: null, Place: { Kind: "province", Country: { } land } } && HeadOffice(items[last]) is { Family: "head-of-state", Body: "any" })
        {
            // 车臣领导人
            (title.Of, title.PartyState) = (first.Span.Of(text), land);
            title.Body = title.First++;
        }
        else if (BlocOf(first) is { } owner)
        {
            title.Of = owner;
            title.Body = title.First;
        }
        else if (first.Value is not LexicalEntry { Organization.Kind: "institute" } && reach.BeginsWithStateBody(vocabulary.Folded(text, new Span(first.Span.Start, items[last].Span.End))))
        {
            // 澳门特区政府行政法务司司长, but 政府副总理
            if (reach.IsGovernment(first, text) && (HeadOffice(items[last])?.Rank ?? 0) < DeputyHead)
            {
                title.First++;
            }

            title.Of ??= items[title.First].Value is LexicalEntry { Venue.Country: { } seat } ? seat
                : items[title.First].Value is LexicalEntry { Organization.Country: { } country } ? country
                : null;
        }
        else if (title.Of is null && first.Classes.Intersects(body) && first.Value is LexicalEntry { Organization: { } organization })
        {
            ReadOrganization(items, text, title, run, organization);
        }
        else if (title.Of == title.Home && first.Value is LexicalEntry { Conference: not null })
        {
            title.Of = first.Span.Of(text);
            title.Body = title.First++;
        }
        else if (OrganizationEnd(items[..last], title.First, text) is { } bodyEnd)
        {
            title.Of = text[first.Span.Start..items[bodyEnd].Span.End];
            title.Body = bodyEnd;
            title.First = bodyEnd + 1;
            if (title.PartyState is { } home)
            {
                (run.Party, run.State) = (title.Of, home);
            }

            if (title.First < last && items[title.First].Classes.Intersects(memberOf))
            {
                // 国民党籍立委
                title.Of = title.Home;
                title.First++;
            }
        }
        else if (title.Of == title.Home && OwnerEnd(items, title.First, last) is > 0 and var ownerEnd)
        {
            title.Of = text[first.Span.Start..items[ownerEnd - 1].Span.End];
            title.First = ownerEnd;
        }
    }

    /// <summary>An organisation of the gazetteer: offices of a party of one's own state belong to the state, those of a foreign one to the party.</summary>
    private void ReadOrganization(ReadOnlySpan<Item> items, string text, TitleDraft title, TitleRun run, OrganizationEntry organization)
    {
        var own = organization.Kind == "party" && IsOwnParty(organization);
        var item = items[title.First];
        title.Body = title.First;
        var written = item.Span.Of(text);

        // 巴勒斯坦伊斯兰抵抗运动（哈马斯）: the bracket says how it is called
        var isGlossed = char.GetUnicodeCategory(written[^1]) == UnicodeCategory.ClosePunctuation && written.Contains(organization.Name, StringComparison.Ordinal);
        title.Of = own ? organization.Country : isGlossed ? organization.Name : written;
        if (organization.Kind == "party" && !own)
        {
            (title.Of, title.Organ) = PartyAndOrgan(item, text);
            (run.Party, title.PartyState) = (title.Of, organization.Country);
            run.State = organization.Country ?? run.State;
        }

        if (organization.Kind == "company" && title.First + 1 < items.Length - 1 && reach.IsOrganizationEnd(items[title.First + 1], text))
        {
            // 西门子公司
            title.First++;
            title.Of = text[item.Span.Start..items[title.First].Span.End];
        }

        if (!own || items[title.First + 1].Classes.Intersects(de))
        {
            title.First++;
        }

        if (title.First < items.Length - 1 && items[title.First].Classes.Intersects(memberOf))
        {
            // 共和党籍参议员
            (title.Of, title.Organ) = (title.Home ?? organization.Country, "");
            title.First++;
        }
    }

    private TitleMention? Finished(ReadOnlySpan<Item> items, string text, TitleDraft draft, TitleRun run)
    {
        var last = items.Length - 1;
        var span = new Span(items[draft.First].Span.Start, items[last].Span.End);
        var words = span.Of(text);
        var head = HeadOffice(items[last]);
        var entry = draft.First == last ? head : null;
        if (draft.Home is null && draft.Body < 0 && IsOfParty(run, items[last], words))
        {
            (draft.Of, draft.PartyState) = (run.Party, run.State);
        }

        var stateBody = reach.BodyOf(vocabulary.Folded(text, span));
        draft.Of ??= entry?.Of ?? stateBody?.State;
        if (draft.Body >= 0 && head?.Family == "legislator" && (draft.Home ?? draft.PartyState ?? PartyHome(items[draft.Body])) is { } land)
        {
            draft.Of = land;
        }

        if (draft.Home is not null)
        {
            run.State = draft.Home;
            run.Party = draft.Body >= 0 ? run.Party : null;
        }

        draft.Of ??= run.State;
        var parts = items[draft.First..];
        if (draft.Of is null && draft.First < last && items[draft.First].Value is LexicalEntry { Place: { Country: not null } place })
        {
            draft.Of = place.Country;
        }

        draft.Former |= Item.ClassesOf(parts[..^1]).Intersects(former);
        var title = Normalized(parts, text);
        if (title.Length == 0 || (draft.First == last && draft.Home is null && draft.Body < 0 && items[last].Classes.Intersects(represent)) || (items[last].Classes.Intersects(memberHead) && draft.Body < 0 && stateBody is null))
        {
            // 萨勒曼亲王: a calling alone is no office, nor is an expert, scholar or official of nothing.
            return null;
        }

        title = draft.Organ + title;
        return new TitleMention(draft.Organ + words, draft.Former ? formerPrefix + title : title, head, draft.Of, draft.Former, Item.ClassesOf(parts[..^1]).Intersects(elect))
        {
            Home = draft.PartyState,
        };
    }
}
