using System.IO.Compression;
using KnowledgeGraph;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Rules;
using KnowledgeGraph.Text;

// Makes, while the library is built, the files that it reads in one go instead of parsing: see docs/architecture.md.
const string Usage = """
    usage: lexicon DICTIONARY.br MODEL.br OUT    compiles jieba's dictionary and model
           rules FOLDER TREES VOCABULARY QUERIES compiles the rules of a folder
           pack FILE OUT.br                      compresses a text file of jieba's for the repository
    """;

try
{
    switch (args)
    {
        case ["lexicon", var dictionary, var model, var output]:
            using (var words = Unpacked(dictionary))
            using (var probabilities = Unpacked(model))
            {
                Write(output, stream => LexiconCompiler.Compile(words, probabilities, stream));
            }

            return 0;
        case ["rules", var folder, var trees, var vocabulary, var queries]:
            var source = RuleSource.FromFolder(folder);
            var texts = source.Names.Select(name => KeyValuePair.Create(name, File.ReadAllText(source.Describe(name)))).ToList();
            Write(trees, stream => RuleTrees.Compile(texts, stream));
            var rules = RuleSet.Load(source);
            Write(vocabulary, stream => VocabularyCompiler.Compile(rules, CharacterFolding.Default, stream));
            Write(queries, stream => QueryVocabularyCompiler.Compile(rules, source, stream));
            return 0;
        case ["pack", var text, var packed]:
            Write(packed, stream =>
            {
                using var brotli = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
                using var input = File.OpenRead(text);
                input.CopyTo(brotli);
            });
            return 0;
        default:
            Console.Error.WriteLine(Usage);
            return 2;
    }
}
catch (Exception error) when (error is RuleFileException or FormatException or IOException)
{
    // The form in which builds show errors.
    Console.Error.WriteLine("KnowledgeGraph.Compiler : error KG1 : " + error.Message);
    return 1;
}

static StreamReader Unpacked(string path) => new(new BrotliStream(File.OpenRead(path), CompressionMode.Decompress));

static void Write(string path, Action<Stream> write)
{
    Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
    using var output = File.Create(path);
    write(output);
}
