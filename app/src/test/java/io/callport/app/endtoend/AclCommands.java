package io.callport.app.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;

/** The effects of {@code kafka-acls.sh --add}, for the options that the documentation and the check use. */
final class AclCommands {
    private final List<ResourcePattern> resources = new ArrayList<>();
    private final List<String> operations = new ArrayList<>();
    private String principal = "";
    private PatternType pattern = PatternType.LITERAL;

    private AclCommands() {}

    /** The rules that the commands in docs/operations.md make, without the optional rules. */
    static List<AclBinding> documented() {
        return documented("User:callport", rule -> !isOptional(rule));
    }

    /** The rules without which the service runs. */
    static List<AclBinding> optional() {
        return documented("User:callport", AclCommands::isOptional);
    }

    /**
     * Whether the service runs without a right: it must see the settings of the topics of its state, and of no others.
     */
    private static boolean isOptional(AclBinding rule) {
        return rule.entry().operation() == AclOperation.DESCRIBE_CONFIGS
                && !rule.pattern().name().endsWith(".state");
    }

    /** The rules for listing dead letters and publishing them again. */
    static List<AclBinding> ofOperator() {
        return documented("User:operator", rule -> true);
    }

    private static List<AclBinding> documented(String principal, Predicate<AclBinding> which) {
        return Stream.of(operations().replace("\\\n", "").split("\n", -1))
                .filter(line -> line.startsWith("$ $acls "))
                .flatMap(line -> rules(line).stream())
                .filter(rule -> rule.entry().principal().equals(principal))
                .filter(which)
                .toList();
    }

    static String operations() {
        try {
            return Files.readString(Path.of("").toAbsolutePath().resolveSibling("docs/operations.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rules that a command makes; words before {@code --add} are left out. */
    static List<AclBinding> rules(String command) {
        AclCommands read = new AclCommands();
        List<String> words =
                List.of(command.replaceFirst("^.* --add ", "").strip().split(" +", -1));
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals("--cluster")) {
                read.resource(ResourceType.CLUSTER, Resource.CLUSTER_NAME);
            } else {
                read.option(words.get(i), words.get(++i));
            }
        }
        return read.rules();
    }

    private void option(String option, String value) {
        switch (option) {
            case "--allow-principal" -> principal = value;
            case "--operation" -> operations.add(value);
            case "--resource-pattern-type" -> pattern = PatternType.fromString(value.toUpperCase(Locale.ROOT));
            case "--topic" -> resource(ResourceType.TOPIC, value);
            case "--group" -> resource(ResourceType.GROUP, value);
            case "--transactional-id" -> resource(ResourceType.TRANSACTIONAL_ID, value);
            default -> throw new IllegalArgumentException("unknown option " + option);
        }
    }

    private void resource(ResourceType type, String name) {
        resources.add(new ResourcePattern(type, name, pattern));
    }

    private List<AclBinding> rules() {
        return resources.stream()
                .flatMap(resource -> operations.stream()
                        .map(operation -> new AclBinding(
                                resource,
                                new AccessControlEntry(
                                        principal, "*", SecurityUtils.operation(operation), AclPermissionType.ALLOW))))
                .toList();
    }
}
