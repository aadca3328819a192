package io.callport.config.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.config.schema.Key;
import io.callport.config.schema.Schema;
import io.callport.config.schema.SchemaEntry;
import io.callport.config.schema.SectionKey;
import io.callport.config.schema.SectionListKey;
import io.callport.config.schema.WhenAbsent.Kind;
import io.callport.config.schema.WildcardKey;
import io.callport.config.yaml.Problems;
import io.callport.config.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each declared key is read, and no other key can be. */
class DeclarationsTest {
    /** A key, and a file that gives the key an impossible value. */
    private record Wrong(String path, SchemaEntry entry, String text) {}

    @Test
    void everyDeclaredKeyIsRead() {
        List<Wrong> all = below("", ConfigurationFile.schema(), text -> text).toList();
        assertThat(all).hasSizeGreaterThan(35);
        assertThat(all)
                .allSatisfy(wrong -> assertThat(ConfigurationFixture.problems(wrong.text()))
                        .as(wrong.text())
                        .anyMatch(problem -> problem.startsWith(wrong.path() + ": must be ")));
    }

    @Test
    void everyDefaultIsOfItsOwnForm() {
        assertThat(below("", ConfigurationFile.schema(), text -> text).map(Wrong::entry))
                .filteredOn(
                        entry -> entry instanceof Key<?> key && key.absence().kind() == Kind.DEFAULT)
                .hasSizeGreaterThan(25)
                .allSatisfy(entry -> assertThat(((Key<?>) entry).byDefault()).isNotNull());
    }

    @Test
    void everyDeclarationHasASentence() {
        assertThat(below("", ConfigurationFile.schema(), text -> text).map(Wrong::entry))
                .allSatisfy(entry -> assertThat(entry.meaning()).matches("(?s).*\\w.*[.:]"));
    }

    @Test
    void whatIsNotDeclaredCannotBeRead() {
        Schema schema = Schema.of(Key.with("a", ValueFormats.HOST, "b", "A host."));
        var section = YamlFile.read("a: c".getBytes(StandardCharsets.UTF_8), schema, name -> null, new Problems());
        Key<String> other = Key.with("other", ValueFormats.HOST, "b", "Another.");
        assertThatThrownBy(() -> section.get(other)).hasMessage("other is read here but not declared");
        assertThatThrownBy(() -> section.section(new SectionKey("a", "A group.", schema)))
                .hasMessage("a is read here but not declared");
    }

    private static Stream<Wrong> below(String path, Schema schema, UnaryOperator<String> around) {
        return schema.entries().stream().flatMap(entry -> at(path, entry, around));
    }

    private static Stream<Wrong> at(String path, SchemaEntry entry, UnaryOperator<String> around) {
        String here = path + entry.name();
        if (entry instanceof SectionKey group) {
            return below(here + ".", group.schema(), text -> around.apply(group.name() + ": {" + text + "}"));
        }
        if (entry instanceof SectionListKey groups) {
            return below(here + "[0].", groups.schema(), text -> around.apply(groups.name() + ": [{" + text + "}]"));
        }
        String name = entry instanceof WildcardKey ? "any" : entry.name();
        String value = here.equals("topics.create") ? "[]" : "{a: 1}";
        return Stream.of(new Wrong(path + name, entry, around.apply(name + ": " + value)));
    }
}
