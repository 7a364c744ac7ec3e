using System.Runtime.CompilerServices;

namespace KnowledgeGraph.Extraction.Patterns;

/// <summary>
/// Matches one pattern against the items of a sentence by backtracking. The work of one attempt is bounded by
/// <see cref="StepLimit"/>, so that no text can make it hang.
/// </summary>
internal sealed class PatternMatcher
{
    /// <summary>Steps after which an attempt at one start is given up.</summary>
    public const int StepLimit = 20_000;

    private readonly Instruction[] program;
    private readonly PatternNeeds needs;

    /// <summary>Compiles a parsed pattern.</summary>
    public PatternMatcher(PatternNode node)
    {
        program = PatternProgram.Compile(node);
        needs = new PatternNeeds(node);
    }

    /// <summary>Whether the pattern can match in a sentence at all; a quick look that spares most attempts.</summary>
    /// <param name="present">The classes of all items of the sentence.</param>
    public bool MayMatch(in ClassSet present) => needs.MetBy(in present);

    /// <summary>Tries to match at one start.</summary>
    /// <param name="items">The items of a sentence.</param>
    /// <param name="folded">The article's folded text, in which spans count.</param>
    /// <param name="start">Index of the item to start at.</param>
    /// <returns>The match that the pattern prefers, or <see langword="null"/>.</returns>
    public PatternMatch? MatchAt(ReadOnlySpan<Item> items, string folded, int start) =>
        start < items.Length ? needs.CanBeginWith(items[start].Classes) ? Try(items, folded, start) : null
        : needs.TakesItem ? null : Try(items, folded, start);

    // What is on the stack is written before it is read.
    [SkipLocalsInit]
    private PatternMatch? Try(ReadOnlySpan<Item> items, string folded, int start)
    {
        var run = new Run(items, folded, program, stackalloc State[48], stackalloc Mark[24]);
        var state = new State(0, start, Run.None, Run.None, 0);
        return run.Walk(ref state) ? new PatternMatch(start, state.At, run.Captures(state.Captured)) : null;
    }

    /// <summary>Where a walk stands.</summary>
    /// <param name="Pc">The instruction.</param>
    /// <param name="At">The item.</param>
    /// <param name="Begun">The mark that was begun last.</param>
    /// <param name="Captured">The mark that was completed last.</param>
    /// <param name="Marks">How many marks there were when this was put aside as a choice.</param>
    private record struct State(int Pc, int At, int Begun, int Captured, int Marks);

    /// <summary>A capture that was begun, or one that is complete. Marks are never changed, so going back is forgetting them.</summary>
    /// <param name="Open">Index of its <see cref="Op.Open"/>.</param>
    /// <param name="Start">The first item.</param>
    /// <param name="End">Behind the last item, once complete.</param>
    /// <param name="Before">The mark before it.</param>
    private readonly record struct Mark(int Open, int Start, int End, int Before);

    private ref struct Run(ReadOnlySpan<Item> items, string folded, Instruction[] program, Span<State> choices, Span<Mark> marks)
    {
        public const int None = -1;

        private readonly ReadOnlySpan<Item> items = items;
        private Span<State> choices = choices;
        private Span<Mark> marks = marks;
        private int choice;
        private int mark;
        private int steps;

        /// <summary>Walks on from a state to <see cref="Op.Accept"/>, trying every choice in its order.</summary>
        public bool Walk(ref State state)
        {
            var bottom = choice;
            while (steps++ < StepLimit)
            {
                if (!Step(ref state, out var accepted))
                {
                    if (choice == bottom)
                    {
                        return false;
                    }

                    state = choices[--choice];
                    mark = state.Marks;
                }
                else if (accepted)
                {
                    choice = bottom;
                    return true;
                }
            }

            choice = bottom;
            return false;
        }

        /// <summary>The captures up to a mark, in the order in which they ended.</summary>
        public readonly Capture[] Captures(int last)
        {
            var count = 0;
            for (var at = last; at != None; at = marks[at].Before)
            {
                count++;
            }

            var captures = new Capture[count];
            for (var at = last; at != None; at = marks[at].Before)
            {
                captures[--count] = new Capture(program[marks[at].Open].Text!, marks[at].Start, marks[at].End);
            }

            return captures;
        }

        private bool Step(ref State state, out bool accepted)
        {
            accepted = false;
            ref readonly var instruction = ref program[state.Pc];
            switch (instruction.Op)
            {
                case Op.Accept:
                    accepted = true;
                    return true;
                case Op.Class:
                    if (state.At >= items.Length || !items[state.At].Classes.Intersects(instruction.Classes))
                    {
                        return false;
                    }

                    state.At++;
                    break;
                case Op.NotClass:
                    if (state.At >= items.Length || items[state.At].Classes.Intersects(instruction.Classes))
                    {
                        return false;
                    }

                    state.At++;
                    break;
                case Op.Literal:
                    if (state.At >= items.Length || !folded.AsSpan(items[state.At].Span.Start, items[state.At].Span.Length).SequenceEqual(instruction.Text))
                    {
                        return false;
                    }

                    state.At++;
                    break;
                case Op.Any:
                    if (state.At++ >= items.Length)
                    {
                        return false;
                    }

                    break;
                case Op.AtStart:
                    if (state.At != 0)
                    {
                        return false;
                    }

                    break;
                case Op.AtEnd:
                    if (state.At != items.Length)
                    {
                        return false;
                    }

                    break;
                case Op.Open:
                    state.Begun = Add(new Mark(state.Pc, state.At, None, state.Begun));
                    break;
                case Op.Close:
                    var begun = marks[state.Begun];
                    state.Captured = Add(begun with { End = state.At, Before = state.Captured });
                    state.Begun = begun.Before;
                    break;
                case Op.Jump:
                    state.Pc = instruction.X;
                    return true;
                case Op.Split:
                    if (choice == choices.Length)
                    {
                        Grow(ref choices);
                    }

                    choices[choice++] = state with { Pc = instruction.Y, Marks = mark };
                    state.Pc = instruction.X;
                    return true;
                case Op.Look or Op.NotLook:
                    var ahead = state with { Pc = instruction.X };
                    if (Walk(ref ahead) != (instruction.Op == Op.Look))
                    {
                        return false;
                    }

                    state.Captured = instruction.Op == Op.Look ? ahead.Captured : state.Captured;
                    state.Pc = instruction.Y;
                    return true;
            }

            state.Pc++;
            return true;
        }

        private int Add(Mark one)
        {
            if (mark == marks.Length)
            {
                Grow(ref marks);
            }

            marks[mark] = one;
            return mark++;
        }

        private static void Grow<T>(ref Span<T> full)
        {
            var larger = new T[full.Length * 2];
            full.CopyTo(larger);
            full = larger;
        }
    }
}
