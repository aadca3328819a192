package io.callport.sandbox.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SecuredKafkaTest {
    private static final Map<String, String> USERS = Map.of("root", "root-password", "shop", "shop-password");

    private static SecuredKafka kafka;

    @BeforeAll
    static void start() throws Exception {
        kafka = SecuredKafka.start(USERS, "root", Map.of());
        try (Admin root = Admin.create(kafka.clientProperties("root"))) {
            root.createTopics(List.of(new NewTopic("orders", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void aUserMayDoWhatAnAclAllowsAndNothingElse() throws Exception {
        assertThatThrownBy(() -> publish(kafka.clientProperties("shop")))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
        AclBinding write = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "orders", PatternType.LITERAL),
                new AccessControlEntry("User:shop", "*", AclOperation.WRITE, AclPermissionType.ALLOW));
        try (Admin root = Admin.create(kafka.clientProperties("root"))) {
            root.createAcls(List.of(write)).all().get();
        }
        assertThatCode(() -> publish(kafka.clientProperties("shop"))).doesNotThrowAnyException();
    }

    @Test
    void nobodyComesInWithAWrongPassword() {
        Map<String, Object> wrong = new HashMap<>(kafka.clientProperties("shop"));
        wrong.put(
                "sasl.jaas.config",
                String.valueOf(wrong.get("sasl.jaas.config")).replace("shop-password", "wrong-password"));
        assertThatThrownBy(() -> ask(wrong)).hasCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void aClientThatTrustsAnotherCertificateDoesNotComeIn() {
        Map<String, Object> distrusting = new HashMap<>(kafka.clientProperties("shop"));
        distrusting.remove("ssl.truststore.type");
        distrusting.remove("ssl.truststore.location");
        assertThatThrownBy(() -> ask(distrusting)).hasCauseInstanceOf(SslAuthenticationException.class);
    }

    @Test
    void itsKeyPairGoesWithIt() {
        SecuredKafka brief = SecuredKafka.start(USERS, "root", Map.of());
        assertThat(brief.certificate()).content().startsWith("-----BEGIN CERTIFICATE-----\n");
        brief.close();
        assertThat(Files.exists(brief.certificate().getParent())).isFalse();
    }

    @Test
    void usersThatItCannotHaveAreRefusedWithoutTheirPasswords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecuredKafka.start(Map.of("root", "a,b]"), "root", Map.of()))
                .withMessageNotContaining("a,b]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecuredKafka.start(USERS, "nobody", Map.of()))
                .withMessageContaining("administrator");
    }

    private static void publish(Map<String, Object> client) throws ExecutionException, InterruptedException {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put("max.block.ms", "20000");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("orders", "one")).get();
        }
    }

    private static void ask(Map<String, Object> client) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(client)) {
            admin.describeCluster().nodes().get();
        }
    }
}
