package io.callport.kafka.contract;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The Javadoc of the domain's records and of their components. */
final class RecordDocs {
    private final Map<String, String> texts = new HashMap<>();

    private RecordDocs() {}

    static RecordDocs read(Path sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> all = Files.walk(sources);
                StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> java = all.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(java));
            RecordDocs docs = new RecordDocs();
            Scanner scanner = new Scanner(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                scanner.scan(unit, docs.texts);
            }
            return docs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Javadoc of a record; empty if there is none. */
    String of(Class<?> type) {
        return texts.getOrDefault(type.getCanonicalName(), "");
    }

    /** The Javadoc of a component; empty if there is none. */
    String of(Class<?> type, String component) {
        return texts.getOrDefault(type.getCanonicalName() + "#" + component, "");
    }

    private static final class Scanner extends TreePathScanner<@Nullable Void, Map<String, String>> {
        private final DocTrees trees;

        Scanner(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, Map<String, String> texts) {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                String name = name(getCurrentPath());
                texts.put(name, plain(comment.getFullBody()));
                for (DocTree tag : comment.getBlockTags()) {
                    if (tag instanceof ParamTree component) {
                        texts.put(name + "#" + component.getName(), plain(component.getDescription()));
                    }
                }
            }
            return super.visitClass(type, texts);
        }

        private static String name(@Nullable TreePath path) {
            if (path == null) {
                return "";
            }
            if (path.getLeaf() instanceof CompilationUnitTree unit) {
                return String.valueOf(unit.getPackageName());
            }
            String outer = name(path.getParentPath());
            return path.getLeaf() instanceof ClassTree type ? outer + "." + type.getSimpleName() : outer;
        }
    }

    private static String plain(List<? extends DocTree> trees) {
        return trees.stream()
                .map(RecordDocs::plain)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String plain(DocTree tree) {
        if (tree instanceof TextTree text) {
            return text.getBody();
        }
        if (tree instanceof LiteralTree literal) {
            return literal.getBody().getBody();
        }
        if (tree instanceof LinkTree link) {
            return link.getReference().getSignature();
        }
        return tree.getKind() == DocTree.Kind.START_ELEMENT ? " " : "";
    }
}
