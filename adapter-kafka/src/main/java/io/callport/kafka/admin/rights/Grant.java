package io.callport.kafka.admin.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/**
 * How a right is given: the command for {@code kafka-acls.sh}.
 *
 * @param servers where the administrator connects
 * @param principal to whom, as in {@code User:callport}
 */
record Grant(String servers, String principal) {
    /** One sentence: what is missing, what for, and how to give it. */
    String told(Right right) {
        return right.operation() + " on " + resources(right) + " is missing, so " + right.without() + "; give it: "
                + command(right);
    }

    private static String resources(Right right) {
        String names = String.join(", ", right.names());
        return switch (right.on()) {
            case TOPIC -> (right.names().size() == 1 ? "topic " : "topics ") + names;
            case GROUP -> "group " + names;
            case TRANSACTIONAL_ID -> "transactional ids that begin with " + names;
            default -> "the cluster";
        };
    }

    private String command(Right right) {
        List<String> words = new ArrayList<>(List.of("kafka-acls.sh", "--bootstrap-server", quoted(servers)));
        words.addAll(List.of("--command-config", "admin.properties", "--add", "--allow-principal", quoted(principal)));
        words.addAll(List.of("--operation", operation(right.operation())));
        words.addAll(options(right));
        return String.join(" ", words);
    }

    private static List<String> options(Right right) {
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

    /** As the tool writes it: DescribeConfigs for DESCRIBE_CONFIGS. */
    private static String operation(AclOperation operation) {
        return List.of(operation.name().split("_")).stream()
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9.,:_/=@+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
