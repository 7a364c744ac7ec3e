using System.Diagnostics;
using System.Globalization;

namespace KnowledgeGraph.Benchmarks;

/// <summary>
/// How long a whole process takes that answers a question, beside a program that does nothing. The programs take turns, so that
/// a busy machine slows all of them alike.
/// </summary>
internal static class AnswerBenchmark
{
    private const int Runs = 10;
    private const string Nothing = "nothing";

    private static readonly (string Name, string[] Arguments)[] Questions =
    [
        ("who-met 王毅 --with 韩国", ["who-met", "王毅", "--with", "韩国"]),
        ("who-met 习近平 --since 2024", ["who-met", "习近平", "--since", "2024"]),
        ("who-met 习近平 --count", ["who-met", "习近平", "--count"]),
        ("who-met, no answer", ["who-met", "布林肯", "--with", "越南"]),
        ("ask 王毅2021年在哪里见过韩国外长？", ["ask", "王毅2021年在哪里见过韩国外长？"]),
        ("ask who met Wang Yi in 2022", ["ask", "who met Wang Yi in 2022"]),
        ("person 王毅", ["person", "王毅"]),
        ("path 泽连斯基 金正恩", ["path", "泽连斯基", "金正恩"]),
        ("stats --by year", ["stats", "--by", "year"]),
    ];

    /// <summary>Runs the benchmark.</summary>
    /// <param name="store">A store.</param>
    /// <param name="program">The command, as a <c>.dll</c> or a program.</param>
    public static int Run(string store, string program)
    {
        var all = Questions.Select(question => (question.Name, Start: Process(program, [.. question.Arguments, "--db", Path.GetFullPath(store)])))
            .Prepend((Name: Nothing, Start: Process(Path.Combine(AppContext.BaseDirectory, "KnowledgeGraph.Benchmarks.dll"), [Nothing]))).ToList();
        var times = all.Select(_ => new List<double>()).ToList();
        var cold = all.Select(_ => 0.0).ToList();
        for (var run = 0; run <= Runs; run++)
        {
            for (var i = 0; i < all.Count; i++)
            {
                if (run == 0)
                {
                    Forget(store);
                    cold[i] = Time(all[i].Start);
                }
                else
                {
                    times[i].Add(Time(all[i].Start));
                }
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"whole processes, ms; warm: median of {Runs}; cold: once, the store not in the system's memory"));
        Console.WriteLine();
        Console.WriteLine("| question | warm | times an empty program | cold |\n| --- | --- | --- | --- |");
        for (var i = 0; i < all.Count; i++)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {all[i].Name} | {Median(times[i]):0} | {Median(times[i]) / Median(times[0]):0.00} | {cold[i]:0} |"));
        }

        return 0;
    }

    private static ProcessStartInfo Process(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program.EndsWith(".dll", StringComparison.Ordinal) ? "dotnet" : program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in program.EndsWith(".dll", StringComparison.Ordinal) ? arguments.Prepend(program) : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private static double Time(ProcessStartInfo start)
    {
        var watch = Stopwatch.StartNew();
        using var process = System.Diagnostics.Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        error.Wait();
        return process.ExitCode == 0 ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"{string.Join(' ', start.ArgumentList)}: exit {process.ExitCode}: {error.Result}");
    }

    /// <summary>Asks the system to drop the store's pages from its memory; where it cannot, cold times are warm ones.</summary>
    private static void Forget(string store)
    {
        var start = new ProcessStartInfo("dd") { RedirectStandardError = true };
        foreach (var argument in new[] { "if=" + store, "iflag=nocache", "count=0" })
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var dropping = System.Diagnostics.Process.Start(start)!;
            dropping.StandardError.ReadToEnd();
            dropping.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.Error.WriteLine("no dd here: cold times are warm ones");
        }
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[sorted.Count / 2] + sorted[(sorted.Count - 1) / 2]) / 2;
    }
}
