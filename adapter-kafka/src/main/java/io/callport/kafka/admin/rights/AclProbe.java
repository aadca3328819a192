package io.callport.kafka.admin.rights;

import io.callport.kafka.client.KafkaFutures;
import io.callport.kafka.settings.ClientSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Finds out by trying, in ways that change nothing, which rights are missing where Kafka cannot be asked for them. */
record AclProbe(Admin admin, ClientSettings clients) {
    private static final Duration CLOSE = Duration.ofSeconds(1);
    private static final String PATIENCE_MS = "10000";

    /**
     * Whether the cluster has no authorizer. Asks for ACLs only where this user may see them, for brokers log a refusal
     * as an error; and asks for the ACLs of a user that does not exist, so that none are read.
     */
    boolean hasNoAuthorizer() {
        DescribeClusterOptions options = new DescribeClusterOptions().includeAuthorizedOperations(true);
        Set<AclOperation> onCluster =
                KafkaFutures.value(admin.describeCluster(options).authorizedOperations());
        if (onCluster == null || !onCluster.contains(AclOperation.DESCRIBE)) {
            return false;
        }
        ResourcePatternFilter nobody =
                new ResourcePatternFilter(ResourceType.USER, "callport-check", PatternType.LITERAL);
        return KafkaFutures.failure(admin.describeAcls(new AclBindingFilter(nobody, AccessControlEntryFilter.ANY))
                        .values())
                instanceof SecurityDisabledException;
    }

    /** Removes a member from the group that was never in it: a group that does not exist yet cannot be described. */
    boolean groupIsForbidden() {
        MemberToRemove nobody = new MemberToRemove("callport-check-" + UUID.randomUUID());
        KafkaException failure = KafkaFutures.failure(admin.removeMembersFromConsumerGroup(
                        clients.groupId(), new RemoveMembersFromConsumerGroupOptions(List.of(nobody)))
                .memberResult(nobody));
        if (failure == null || failure instanceof UnknownMemberIdException) {
            return false;
        }
        return refused(failure);
    }

    /** Registers a transactional id of its own, but begins no transaction. Kafka forgets the id within days. */
    boolean transactionalIdsAreForbidden() {
        Map<String, Object> properties = clients.forProducer();
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, clients.groupId() + "-check-" + UUID.randomUUID());
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
        properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, PATIENCE_MS); // the configured one is checked apart
        Producer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            return false;
        } catch (TransactionalIdAuthorizationException e) {
            return true;
        } finally {
            producer.close(CLOSE);
        }
    }

    /** Asks Kafka to validate the creation of the topics, without creating them. */
    Set<String> topicsThatMayNotBeCreated(Set<String> names) {
        List<NewTopic> topics = names.stream()
                .map(name -> new NewTopic(name, Optional.empty(), Optional.empty()))
                .toList();
        Set<String> refused = new TreeSet<>();
        admin.createTopics(topics, new CreateTopicsOptions().validateOnly(true))
                .values()
                .forEach((name, asked) -> {
                    if (KafkaFutures.failure(asked) instanceof AuthorizationException) {
                        refused.add(name);
                    }
                });
        return refused;
    }

    boolean brokerConfigsAreForbidden() {
        List<ConfigResource> brokers = KafkaFutures.value(
                        admin.describeCluster().nodes())
                .stream()
                .map(Node::idString)
                .map(id -> new ConfigResource(ConfigResource.Type.BROKER, id))
                .toList();
        KafkaException failure =
                KafkaFutures.failure(admin.describeConfigs(brokers).all());
        return failure != null && refused(failure);
    }

    private static boolean refused(KafkaException failure) {
        if (failure instanceof AuthorizationException) {
            return true;
        }
        throw failure;
    }
}
