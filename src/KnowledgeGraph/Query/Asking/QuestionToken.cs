namespace KnowledgeGraph.Query.Asking;

/// <summary>One thing read in a question.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Kinds">What it is.</param>
/// <param name="Text">What a command takes for it: the words as asked, or the name that stands for them.</param>
/// <param name="Word">The class of a word, or <see langword="null"/>.</param>
/// <param name="Adds">What the word adds to the command, or <see langword="null"/>.</param>
/// <param name="Time">A time as options take it, or <see langword="null"/>.</param>
internal sealed record QuestionToken(Span At, FormKinds Kinds, string Text, string? Word = null, string? Adds = null, TimeSpanAsked? Time = null)
{
    /// <summary>Whether patterns may mean it by a class.</summary>
    public bool Is(string name) => name switch
    {
        "party" => (Kinds & (FormKinds.Person | FormKinds.State | FormKinds.Title | FormKinds.Organization)) != 0,
        "person" => (Kinds & FormKinds.Person) != 0,
        "state" => (Kinds & FormKinds.State) != 0,
        "title" => (Kinds & FormKinds.Title) != 0,
        "organization" => (Kinds & FormKinds.Organization) != 0,
        "place" => (Kinds & FormKinds.Place) != 0,
        _ => Word == name,
    };
}
