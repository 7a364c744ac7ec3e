using System.Globalization;
using System.Text.Json;

namespace KnowledgeGraph.Benchmarks;

/// <summary>
/// As many articles as asked for, about invented people of real states: each tells three events of some day between 2000 and
/// 2024, in the midst of sentences that tell none. Every seventh copies the one before but for a few words,
/// as agencies' reports are copied. The same number gives the same articles.
/// </summary>
internal static class InventedArchive
{
    private const int FillersInArticle = 12;
    private const int Days = 9_000;
    private const string Given = "伯仲叔季安康宁远明德文武志诚建国向东立新思源";
    private const string Surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨";

    private static readonly string[] States =
        ["韩国", "日本", "美国", "俄罗斯", "法国", "德国", "泰国", "越南", "老挝", "埃及", "巴西", "印度", "古巴", "伊朗", "希腊", "荷兰", "挪威", "智利", "肯尼亚", "波兰"];

    private static readonly string[] Offices = ["外交部长", "国防部长", "总理", "财政部长", "贸易部长"];
    private static readonly string[] Verbs = ["会见", "同{1}通电话", "同{1}举行会谈", "致电"];
    private static readonly string[] Subjects = ["两国关系", "地区局势", "经贸往来", "气候问题", "能源供应", "人员交流", "教育事业", "农业技术", "海上运输", "铁路建设"];
    private static readonly string[] Verdicts = ["受到各方重视", "近年来稳步发展", "仍然面临困难", "需要更多投入", "引起广泛讨论", "与民众生活密切相关", "是长期的课题", "取得了一些进展"];
    private static readonly string[] Sources = ["当地媒体", "有关人士", "研究机构", "观察人士", "一份报告", "统计部门"];

    /// <summary>Writes an archive as JSON Lines.</summary>
    public static void Write(string path, int articles)
    {
        using var file = new StreamWriter(path);
        var (last, state) = ("", 1UL);
        for (var article = 0; article < articles; article++)
        {
            var text = article % 7 == 6 ? last + $"（第{article}次转载）" : Text(article, ref state);
            last = text;
            file.WriteLine(JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["id"] = string.Create(CultureInfo.InvariantCulture, $"{article}"),
                ["title"] = string.Create(CultureInfo.InvariantCulture, $"往来纪要第{article}号"),
                ["date"] = Day(article).AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["text"] = text,
            }));
        }
    }

    private static string Text(int article, ref ulong state)
    {
        var sentences = new List<string>();
        for (var told = 0; told < 3; told++)
        {
            var (who, whom) = (Person(ref state), Person(ref state));
            var verb = Pick(Verbs, ref state);
            sentences.Add(string.Create(CultureInfo.InvariantCulture, $"{Day(article):yyyy年M月d日}，{who}{(verb.Contains('{', StringComparison.Ordinal) ? verb.Replace("{1}", whom, StringComparison.Ordinal) : verb + whom)}。"));
        }

        for (var filler = 0; filler < FillersInArticle; filler++)
        {
            sentences.Add($"{Pick(Sources, ref state)}认为，{Pick(Subjects, ref state)}和{Pick(Subjects, ref state)}{Pick(Verdicts, ref state)}，{Pick(Subjects, ref state)}{Pick(Verdicts, ref state)}。");
        }

        return string.Join('\n', sentences);
    }

    private static DateOnly Day(int article) => new DateOnly(2000, 1, 1).AddDays((int)(article * 7919L % Days));

    /// <summary>A state, an office and a name: as articles go on, fewer and fewer people are new.</summary>
    private static string Person(ref ulong state)
    {
        // The lesser of two draws: some states and people are in the news more than others.
        var country = States[Math.Min(Next(States.Length, ref state), Next(States.Length, ref state))];
        return $"{country}{Pick(Offices, ref state)}{Surnames[Next(Surnames.Length, ref state)]}{Given[Next(Given.Length, ref state)]}{Given[Next(Given.Length, ref state)]}";
    }

    private static string Pick(string[] words, ref ulong state) => words[Next(words.Length, ref state)];

    private static int Next(int count, ref ulong state)
    {
        state = (state * 6364136223846793005UL) + 1442695040888963407UL;
        return (int)((state >> 33) % (ulong)count);
    }
}
