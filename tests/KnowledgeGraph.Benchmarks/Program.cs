using KnowledgeGraph.Benchmarks;

switch (args)
{
    case ["segmentation", .. var paths]:
        return SegmentationBenchmark.Run(paths);
    case ["extraction", .. var paths]:
        return ExtractionBenchmark.Run(paths);
    case ["load", var what]:
        return LoadingBenchmark.RunOnce(what);
    case ["answers", var store, var program]:
        return AnswerBenchmark.Run(store, program);
    case ["archive", var program, .. var counts]:
        return ArchiveBenchmark.Run(program, counts);
    case ["nothing"]:
        return 0;
    case ["neo4j-load", .. var arguments]:
        return await Neo4jLoadBenchmark.RunAsync(arguments);
    default:
        Console.Error.WriteLine("usage: segmentation [PATH...]   our segmenter and matcher beside @node-rs/jieba, over articles");
        Console.Error.WriteLine("       extraction [PATH...]      from file to record, beside @node-rs/jieba cutting the same text");
        Console.Error.WriteLine("       answers STORE KG          how long kg (a program, or its .dll) takes to answer, as a whole process");
        Console.Error.WriteLine("       archive KG COUNT...       time and memory of kg for archives of so many invented articles");
        Console.Error.WriteLine("       neo4j-load URI STORE      kg load beside a bare loop of batches");
        return 2;
}
