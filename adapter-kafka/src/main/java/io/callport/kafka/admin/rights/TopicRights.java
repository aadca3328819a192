package io.callport.kafka.admin.rights;

import io.callport.kafka.client.KafkaFutures;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The operations that this user may do on topics.
 *
 * @param granted the operations by topic; all of them where Kafka has no authorizer
 * @param hidden the topics that this user may not see
 * @param absent the topics that do not exist
 */
record TopicRights(Map<String, Set<AclOperation>> granted, Set<String> hidden, Set<String> absent) {
    static TopicRights ask(Admin admin, Set<String> names) {
        TopicRights rights = new TopicRights(new HashMap<>(), new TreeSet<>(), new TreeSet<>());
        admin.describeTopics(names, new DescribeTopicsOptions().includeAuthorizedOperations(true))
                .topicNameValues()
                .forEach(rights::add);
        return rights;
    }

    /**
     * The topics on which the right is known to be missing. Nothing is known of absent topics. A hidden topic may not
     * be read or written either, but its configuration might.
     */
    Set<String> missing(AccessRight right) {
        return right.names().stream()
                .filter(name -> (!right.optional() && hidden.contains(name)) || lacks(name, right.operation()))
                .collect(Collectors.toSet());
    }

    private boolean lacks(String name, AclOperation operation) {
        Set<AclOperation> operations = granted.get(name);
        return operations != null && !operations.contains(operation);
    }

    private void add(String name, KafkaFuture<TopicDescription> asked) {
        KafkaException failure = KafkaFutures.failure(asked);
        if (failure instanceof AuthorizationException) {
            hidden.add(name);
        } else if (failure instanceof UnknownTopicOrPartitionException) {
            absent.add(name);
        } else if (failure != null) {
            throw failure;
        } else if (KafkaFutures.value(asked).authorizedOperations() != null) {
            granted.put(name, KafkaFutures.value(asked).authorizedOperations());
        }
    }
}
