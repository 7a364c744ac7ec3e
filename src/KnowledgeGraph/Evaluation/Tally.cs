namespace KnowledgeGraph.Evaluation;

/// <summary>How many were annotated, found, and right.</summary>
/// <param name="Gold">Annotated.</param>
/// <param name="Found">Found.</param>
/// <param name="Right">Found and annotated.</param>
public readonly record struct Tally(int Gold, int Found, int Right)
{
    /// <summary>Share of the finds that are right, 0 to 1; 0 where nothing was found.</summary>
    public double Precision => Found == 0 ? 0 : (double)Right / Found;

    /// <summary>Share of the annotated that were found, 0 to 1; 0 where nothing is annotated.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Right / Gold;

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Both together.</summary>
    public static Tally operator +(Tally left, Tally right) => new(left.Gold + right.Gold, left.Found + right.Found, left.Right + right.Right);
}

/// <summary>What was missed or found wrongly.</summary>
/// <param name="Article">The article.</param>
/// <param name="Measure">The measure in which it counts.</param>
/// <param name="IsMissed">Missed, else found wrongly.</param>
/// <param name="Description">What it is, in parts.</param>
public sealed record EvaluationError(string Article, string Measure, bool IsMissed, IReadOnlyList<string?> Description);
