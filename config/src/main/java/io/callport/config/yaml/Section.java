package io.callport.config.yaml;

import io.callport.config.schema.Key;
import io.callport.config.schema.ListKey;
import io.callport.config.schema.Schema;
import io.callport.config.schema.SectionKey;
import io.callport.config.schema.SectionListKey;
import io.callport.config.yaml.YamlValue.Kind;
import io.callport.config.yaml.YamlValue.Mapping;
import io.callport.config.yaml.YamlValue.Scalar;
import io.callport.config.yaml.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names with values, read one by one as they are declared: what is not declared cannot be read, and is noted as a
 * problem if it is there. A value that is not as it should be is noted too, and reading goes on as if it were not
 * there. Not thread-safe.
 */
public final class Section {
    private final Source source;
    private final Schema schema;
    private final Problems problems;

    record Source(String path, Mapping mapping) {}

    Section(Source source, Schema schema, Problems problems) {
        this.source = source;
        this.schema = schema;
        this.problems = problems;
        if (!schema.isOpen()) {
            keys().forEach(this::rejectUndeclared);
        }
    }

    /** The path of a key, as problems show it. */
    public String path(String key) {
        return KeyNames.join(source.path, key);
    }

    /** Notes a problem with a key. */
    public void problem(String key, String text) {
        problems.add(path(key), text);
    }

    /** Notes that a key deserves a look, but works. */
    public void warn(String key, String text) {
        problems.warn(path(key), text);
    }

    /** Whether no problem was noted at these keys. */
    public boolean hasNoProblem(String... keys) {
        return Set.of(keys).stream().noneMatch(key -> problems.at(path(key)));
    }

    /** The keys that are there, in the file's order. */
    public List<String> keys() {
        return List.copyOf(source.mapping.entries().keySet());
    }

    /** Whether a key is there. */
    public boolean has(String key) {
        return source.mapping.entries().containsKey(key);
    }

    /** The value of a key, or its default if the value is absent or wrong. */
    public <T> T get(Key<T> key) {
        T value = optional(key);
        return value == null ? key.byDefault() : value;
    }

    /**
     * The value of a key, or {@code null} if the value is absent or wrong; a required value that is absent is a
     * problem.
     */
    public <T> @Nullable T optional(Key<T> key) {
        schema.requireDeclared(key);
        YamlValue node = node(key.name());
        if (node != null) {
            return new ScalarReader<>(key.format(), problems).read(path(key.name()), node);
        }
        if (key.isRequired() && !problems.exactlyAt(source.path)) {
            problem(key.name(), "is missing; " + key.absence().text());
        }
        return null;
    }

    /** The values of a list; none if the list is absent. */
    public <T> List<T> list(ListKey<T> key) {
        schema.requireDeclared(key);
        return list(key.name(), new ScalarReader<>(key.format(), problems));
    }

    /** The values of a key that may hold a list. */
    public <T> List<T> list(Key<T> key) {
        schema.requireDeclared(key);
        return list(key.name(), new ScalarReader<>(key.format(), problems));
    }

    /** The groups of a list; none if the list is absent. */
    public List<Section> sections(SectionListKey groups) {
        schema.requireDeclared(groups);
        List<Section> sections = new ArrayList<>();
        List<YamlValue> items = items(groups.name());
        for (int i = 0; i < items.size(); i++) {
            String path = path(groups.name()) + "[" + i + "]";
            if (items.get(i) instanceof Mapping mapping) {
                sections.add(new Section(new Source(path, mapping), groups.schema(), problems));
            } else {
                problems.add(
                        path, "must be keys with values, but is " + items.get(i).shape());
            }
        }
        return sections;
    }

    /** The group of a key; a group without keys if it is absent. */
    public Section section(SectionKey group) {
        schema.requireDeclared(group);
        String path = path(group.name());
        YamlValue node = node(group.name());
        if (node instanceof Mapping mapping) {
            return new Section(new Source(path, mapping), group.schema(), problems);
        }
        if (node != null && !isNothing(node)) {
            problems.add(path, "must be keys with values, but is " + node.shape());
        }
        return new Section(new Source(path, new Mapping(Map.of())), group.schema(), problems);
    }

    /** Notes that the value of a key, if there is one, is a secret. */
    public void noteSecret(String key) {
        if (node(key) instanceof Scalar scalar
                && scalar.literal()
                && !scalar.text().isEmpty()) {
            problems.noteLiteralSecret(path(key));
        }
    }

    /**
     * The file whose content a value is, by <code>${file:/path}</code>, for content that is read again; {@code null} if
     * the value came another way.
     */
    public @Nullable String file(String key) {
        return node(key) instanceof Scalar scalar ? scalar.file() : null;
    }

    /** Whether a key holds keys of its own. */
    public boolean isSection(String key) {
        return node(key) instanceof Mapping;
    }

    /** Whether a key holds a list. */
    public boolean isList(String key) {
        return node(key) instanceof Sequence;
    }

    /** Whether a key is there without a value. */
    public boolean isEmpty(String key) {
        return node(key) instanceof Scalar scalar && scalar.kind() == Kind.NOTHING;
    }

    private void rejectUndeclared(String key) {
        Set<String> names = schema.names();
        String remedy = schema.removed().get(key);
        if (remedy != null) {
            problem(key, remedy);
        } else if (!names.contains(key)) {
            String meant = KeyNames.meant(key, names)
                    .map(it -> "did you mean " + it + "?")
                    .orElse("there are " + String.join(", ", names));
            problem(key, "is not a key here; " + meant);
        }
    }

    private @Nullable YamlValue node(String key) {
        return source.mapping.entries().get(key);
    }

    private <T> List<T> list(String key, ScalarReader<T> reader) {
        List<T> values = new ArrayList<>();
        List<YamlValue> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            T value = reader.read(path(key) + "[" + i + "]", items.get(i));
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private List<YamlValue> items(String key) {
        YamlValue node = node(key);
        if (node == null || isNothing(node)) {
            return List.of();
        }
        if (node instanceof Sequence sequence) {
            return sequence.items();
        }
        problem(key, "must be a list, but is " + node.shape());
        return List.of();
    }

    private static boolean isNothing(YamlValue node) {
        return node instanceof Scalar scalar && (scalar.kind() == Kind.NOTHING || scalar.kind() == Kind.BROKEN);
    }
}
