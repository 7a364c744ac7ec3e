using System.Runtime.InteropServices;

namespace KnowledgeGraph.Extraction.Patterns;

/// <summary>What an <see cref="Instruction"/> does.</summary>
internal enum Op : byte
{
    /// <summary>The pattern, or the part that looks ahead, has matched.</summary>
    Accept,

    /// <summary>Takes an item of one of the classes.</summary>
    Class,

    /// <summary>Takes an item of none of the classes.</summary>
    NotClass,

    /// <summary>Takes an item of that text.</summary>
    Literal,

    /// <summary>Takes an item.</summary>
    Any,

    /// <summary>Goes on at the start of the sentence only.</summary>
    AtStart,

    /// <summary>Goes on at the end of the sentence only.</summary>
    AtEnd,

    /// <summary>Begins a capture.</summary>
    Open,

    /// <summary>Ends the capture that was begun last.</summary>
    Close,

    /// <summary>Goes to X.</summary>
    Jump,

    /// <summary>Goes to X, and to Y where that fails.</summary>
    Split,

    /// <summary>Goes to Y where what stands at X matches here.</summary>
    Look,

    /// <summary>Goes to Y where what stands at X does not match here.</summary>
    NotLook,
}

/// <summary>One step of a <see cref="PatternProgram"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Instruction(Op Op)
{
    /// <summary>The classes.</summary>
    public ClassSet Classes { get; init; }

    /// <summary>The text, or the name of the capture.</summary>
    public string? Text { get; init; }

    /// <summary>Where to go, or first.</summary>
    public int X { get; init; }

    /// <summary>Where to go then.</summary>
    public int Y { get; init; }
}

/// <summary>Writes a pattern as a program for a backtracking machine (Thompson's construction, as regular expressions are compiled).</summary>
internal static class PatternProgram
{
    /// <summary>The program of a pattern.</summary>
    public static Instruction[] Compile(PatternNode node)
    {
        var code = new List<Instruction>();
        Emit(node, code);
        code.Add(new Instruction(Op.Accept));
        return [.. code];
    }

    private static void Emit(PatternNode node, List<Instruction> code)
    {
        switch (node)
        {
            case ClassNode n:
                code.Add(new Instruction(n.Negated ? Op.NotClass : Op.Class) { Classes = n.Classes });
                break;
            case LiteralNode n:
                code.Add(new Instruction(Op.Literal) { Text = n.Text });
                break;
            case AnyNode:
                code.Add(new Instruction(Op.Any));
                break;
            case EdgeNode n:
                code.Add(new Instruction(n.AtStart ? Op.AtStart : Op.AtEnd));
                break;
            case SequenceNode n:
                foreach (var part in n.Parts)
                {
                    Emit(part, code);
                }

                break;
            case CaptureNode n:
                code.Add(new Instruction(Op.Open) { Text = n.Name });
                Emit(n.Inner, code);
                code.Add(new Instruction(Op.Close) { Text = n.Name });
                break;
            case LookaheadNode n:
                var look = code.Count;
                code.Add(default);
                Emit(n.Inner, code);
                code.Add(new Instruction(Op.Accept));
                code[look] = new Instruction(n.Negated ? Op.NotLook : Op.Look) { X = look + 1, Y = code.Count };
                break;
            case ChoiceNode n:
                EmitChoice(n, code);
                break;
            case RepeatNode n:
                EmitRepeat(n, code);
                break;
        }
    }

    private static void EmitChoice(ChoiceNode node, List<Instruction> code)
    {
        var jumps = new List<int>();
        for (var i = 0; i < node.Choices.Length; i++)
        {
            var split = code.Count;
            var last = i == node.Choices.Length - 1;
            if (!last)
            {
                code.Add(default);
            }

            Emit(node.Choices[i], code);
            if (!last)
            {
                jumps.Add(code.Count);
                code.Add(default);
                code[split] = new Instruction(Op.Split) { X = split + 1, Y = code.Count };
            }
        }

        foreach (var jump in jumps)
        {
            code[jump] = new Instruction(Op.Jump) { X = code.Count };
        }
    }

    private static void EmitRepeat(RepeatNode node, List<Instruction> code)
    {
        for (var i = 0; i < node.Min; i++)
        {
            Emit(node.Inner, code);
        }

        if (node.Max == RepeatNode.Unbounded)
        {
            // A loop: the part in it takes at least one item, which the parser has seen to.
            var loop = code.Count;
            code.Add(default);
            Emit(node.Inner, code);
            code.Add(new Instruction(Op.Jump) { X = loop });
            code[loop] = Split(node.Lazy, loop + 1, code.Count);
            return;
        }

        var splits = new List<int>();
        for (var i = node.Min; i < node.Max; i++)
        {
            splits.Add(code.Count);
            code.Add(default);
            Emit(node.Inner, code);
        }

        foreach (var split in splits)
        {
            code[split] = Split(node.Lazy, split + 1, code.Count);
        }
    }

    private static Instruction Split(bool lazy, int into, int past) =>
        lazy ? new Instruction(Op.Split) { X = past, Y = into } : new Instruction(Op.Split) { X = into, Y = past };
}
