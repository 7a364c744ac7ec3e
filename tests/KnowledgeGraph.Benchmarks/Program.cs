using KnowledgeGraph.Text;

// compile-lexicon DICTIONARY MODEL OUTPUT: makes src/KnowledgeGraph/Text/Data/lexicon.bin from jieba's dict.txt and hmm.tsv.
if (args is not ["compile-lexicon", var dictionaryPath, var modelPath, var outputPath])
{
    Console.Error.WriteLine("usage: compile-lexicon DICTIONARY MODEL OUTPUT");
    return 2;
}

using var dictionary = new StreamReader(dictionaryPath);
using var model = new StreamReader(modelPath);
using var output = File.Create(outputPath);
LexiconCompiler.Compile(dictionary, model, output);
return 0;
