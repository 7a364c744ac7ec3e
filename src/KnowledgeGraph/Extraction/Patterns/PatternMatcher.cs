using System.Runtime.InteropServices;

namespace KnowledgeGraph.Extraction.Patterns;

/// <summary>
/// Matches one pattern against the items of a sentence by backtracking in continuation-passing style. The work of one
/// attempt is bounded by <see cref="StepLimit"/>, so that no text can make it hang.
/// </summary>
internal sealed class PatternMatcher
{
    /// <summary>Steps after which an attempt at one start is given up.</summary>
    public const int StepLimit = 20_000;

    /// <summary>Choices that may be open at a time; it bounds the stack.</summary>
    private const int DepthLimit = 2_000;

    private readonly Instruction[] program;
    private readonly ClassSet first;
    private readonly bool anyFirst;

    /// <summary>Compiles a parsed pattern.</summary>
    public PatternMatcher(PatternNode node)
    {
        var code = new List<Instruction>();
        Emit(node, code);
        code.Add(new Instruction(Op.Accept));
        program = [.. code];
        anyFirst = !FirstClasses(0, new HashSet<int>(), ref first);
    }

    private enum Op : byte
    {
        Accept,
        Class,
        NotClass,
        Literal,
        Any,
        AtStart,
        AtEnd,
        Open,
        Close,
        Jump,
        Split,
        Look,
        NotLook,
    }

    /// <summary>Tries to match at one start.</summary>
    /// <param name="items">The items of a sentence.</param>
    /// <param name="folded">The article's folded text, in which spans count.</param>
    /// <param name="start">Index of the item to start at.</param>
    /// <returns>The match that the pattern prefers, or <see langword="null"/>.</returns>
    public PatternMatch? MatchAt(ReadOnlySpan<Item> items, string folded, int start)
    {
        if (!anyFirst && (start >= items.Length || !items[start].Classes.Intersects(first)))
        {
            return null;
        }

        var run = new Run(items, folded, program);
        var end = run.Walk(0, start);
        return end < 0 ? null : new PatternMatch(start, end, [.. run.Captures]);
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

    /// <summary>Collects the classes that a match can begin with; <see langword="false"/> where it can begin with anything.</summary>
    private bool FirstClasses(int pc, HashSet<int> seen, ref ClassSet set)
    {
        if (!seen.Add(pc))
        {
            return true;
        }

        var instruction = program[pc];
        switch (instruction.Op)
        {
            case Op.Class:
                set |= instruction.Classes;
                return true;
            case Op.Open or Op.Close:
                return FirstClasses(pc + 1, seen, ref set);
            case Op.Jump:
                return FirstClasses(instruction.X, seen, ref set);
            case Op.Split:
                return FirstClasses(instruction.X, seen, ref set) && FirstClasses(instruction.Y, seen, ref set);
            default:
                return false;
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Instruction(Op Op)
    {
        public ClassSet Classes { get; init; }

        public string? Text { get; init; }

        public int X { get; init; }

        public int Y { get; init; }
    }

    private ref struct Run(ReadOnlySpan<Item> items, string folded, Instruction[] program)
    {
        private readonly ReadOnlySpan<Item> items = items;
        private readonly List<(string Name, int Start)> open = [];
        private int steps;
        private int depth;

        public List<Capture> Captures { get; } = [];

        /// <summary>Runs from an instruction at an item; the index behind the match, or -1.</summary>
        public int Walk(int pc, int at)
        {
            while (true)
            {
                if (++steps > StepLimit)
                {
                    return -1;
                }

                ref readonly var instruction = ref program[pc];
                switch (instruction.Op)
                {
                    case Op.Accept:
                        return at;
                    case Op.Class:
                        if (at >= items.Length || !items[at].Classes.Intersects(instruction.Classes))
                        {
                            return -1;
                        }

                        at++;
                        break;
                    case Op.NotClass:
                        if (at >= items.Length || items[at].Classes.Intersects(instruction.Classes))
                        {
                            return -1;
                        }

                        at++;
                        break;
                    case Op.Literal:
                        if (at >= items.Length || !folded.AsSpan(items[at].Span.Start, items[at].Span.Length).SequenceEqual(instruction.Text))
                        {
                            return -1;
                        }

                        at++;
                        break;
                    case Op.Any:
                        if (at++ >= items.Length)
                        {
                            return -1;
                        }

                        break;
                    case Op.AtStart:
                        if (at != 0)
                        {
                            return -1;
                        }

                        break;
                    case Op.AtEnd:
                        if (at != items.Length)
                        {
                            return -1;
                        }

                        break;
                    case Op.Open:
                        return Opened(pc, at, instruction.Text!);
                    case Op.Close:
                        return Closed(pc, at);
                    case Op.Jump:
                        pc = instruction.X;
                        continue;
                    case Op.Split:
                        if (++depth > DepthLimit)
                        {
                            return -1;
                        }

                        var end = Walk(instruction.X, at);
                        depth--;
                        if (end >= 0)
                        {
                            return end;
                        }

                        pc = instruction.Y;
                        continue;
                    case Op.Look or Op.NotLook:
                        var captured = Captures.Count;
                        var found = Walk(instruction.X, at) >= 0;
                        if (!found || instruction.Op == Op.NotLook)
                        {
                            Captures.RemoveRange(captured, Captures.Count - captured);
                        }

                        if (found != (instruction.Op == Op.Look))
                        {
                            return -1;
                        }

                        pc = instruction.Y;
                        continue;
                }

                pc++;
            }
        }

        private int Opened(int pc, int at, string name)
        {
            open.Add((name, at));
            var depth = open.Count;
            var end = Walk(pc + 1, at);
            if (end < 0 && open.Count >= depth)
            {
                open.RemoveRange(depth - 1, open.Count - depth + 1);
            }

            return end;
        }

        private int Closed(int pc, int at)
        {
            var (name, start) = open[^1];
            open.RemoveAt(open.Count - 1);
            Captures.Add(new Capture(name, start, at));
            var count = Captures.Count;
            var end = Walk(pc + 1, at);
            if (end < 0)
            {
                Captures.RemoveRange(count - 1, Captures.Count - count + 1);
                open.Add((name, start));
            }

            return end;
        }
    }
}
