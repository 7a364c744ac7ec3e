using KnowledgeGraph.Cli;
using KnowledgeGraph.Cli.Output;

using var terminal = Terminal.OfProcess();
return await KgCommand.RunAsync(args, terminal);
