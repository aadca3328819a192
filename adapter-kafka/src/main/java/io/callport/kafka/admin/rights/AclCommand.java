package io.callport.kafka.admin.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The {@code kafka-acls.sh} command that gives a right.
 *
 * @param servers the bootstrap servers to which the administrator connects
 * @param principal the user who gets the right, as in {@code User:callport}
 */
record AclCommand(String servers, String principal) {
    /** One sentence: which right is missing, what it is for, and the command that gives it. */
    String describe(AccessRight right) {
        return right.operation() + " on " + resources(right) + " is missing, so " + right.without() + "; give it: "
                + command(right);
    }

    private static String resources(AccessRight right) {
        String names = String.join(", ", right.names());
        return switch (right.on()) {
            case TOPIC -> (right.names().size() == 1 ? "topic " : "topics ") + names;
            case GROUP -> "group " + names;
            case TRANSACTIONAL_ID -> "transactional ids that begin with " + names;
            default -> "the cluster";
        };
    }

    private String command(AccessRight right) {
        List<String> words = new ArrayList<>(List.of("kafka-acls.sh", "--bootstrap-server", quoted(servers)));
        words.addAll(List.of("--command-config", "admin.properties", "--add", "--allow-principal", quoted(principal)));
        words.addAll(List.of("--operation", operation(right.operation())));
        words.addAll(options(right));
        return String.join(" ", words);
    }

    private static List<String> options(AccessRight right) {
        if (right.on() == ResourceType.CLUSTER) {
            return List.of("--cluster");
        }
        String option = switch (right.on()) {
            case GROUP -> "--group ";
            case TRANSACTIONAL_ID -> "--resource-pattern-type prefixed --transactional-id ";
            default -> "--topic ";
        };
        return right.names().stream().map(name -> option + quoted(name)).toList();
    }

    /** The operation as the tool writes it: DescribeConfigs for DESCRIBE_CONFIGS. */
    private static String operation(AclOperation operation) {
        return List.of(operation.name().split("_")).stream()
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9.,:_/=@+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
