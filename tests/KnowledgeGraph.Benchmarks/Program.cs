using KnowledgeGraph.Benchmarks;

switch (args)
{
    case ["segmentation", .. var paths]:
        return SegmentationBenchmark.Run(paths);
    case ["load", var what]:
        return LoadingBenchmark.RunOnce(what);
    default:
        Console.Error.WriteLine("usage: segmentation [PATH...]   our segmenter and matcher beside @node-rs/jieba, over articles");
        return 2;
}
