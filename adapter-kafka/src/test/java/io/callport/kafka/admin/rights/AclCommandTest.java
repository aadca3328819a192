package io.callport.kafka.admin.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.settings.ClientSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AclCommandTest {
    private static final String COMMAND =
            "kafka-acls.sh --bootstrap-server a:1,b:2 --command-config admin.properties --add --allow-principal ";
    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule required ";

    @Test
    void saysWhatIsMissingWhatForAndHowToGiveIt() {
        AclCommand command = new AclCommand("a:1,b:2", "User:callport");
        assertThat(command.describe(
                        AccessRight.required(AclOperation.READ, ResourceType.TOPIC, Set.of("y", "x"), "it stands")))
                .isEqualTo("READ on topics x, y is missing, so it stands; give it: " + COMMAND
                        + "User:callport --operation Read --topic x --topic y");
        assertThat(command.describe(
                        AccessRight.required(AclOperation.WRITE, ResourceType.TRANSACTIONAL_ID, Set.of("g-"), "no")))
                .isEqualTo("WRITE on transactional ids that begin with g- is missing, so no; give it: " + COMMAND
                        + "User:callport --operation Write --resource-pattern-type prefixed --transactional-id g-");
        assertThat(command.describe(
                        AccessRight.optional(AclOperation.DESCRIBE_CONFIGS, ResourceType.CLUSTER, Set.of(), "no")))
                .isEqualTo("DESCRIBE_CONFIGS on the cluster is missing, so no; give it: " + COMMAND
                        + "User:callport --operation DescribeConfigs --cluster");
    }

    @Test
    void quotesWhatAShellWouldNotTakeAsItIs() {
        AccessRight group = AccessRight.required(AclOperation.READ, ResourceType.GROUP, Set.of("a b"), "no");
        assertThat(new AclCommand("a:1,b:2", ConfiguredPrincipal.UNKNOWN).describe(group))
                .endsWith(COMMAND + "'User:<principal>' --operation Read --group 'a b'");
        assertThat(new AclCommand("a:1,b:2", "User:O'Hara").describe(group)).contains("'User:O'\\''Hara'");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            SASL_SSL, SCRAM-SHA-512, `username="callport" password="x";`, User:callport
            SASL_PLAINTEXT, PLAIN, `password="username=pass" username=shop;`, User:shop
            sasl_ssl, scram-sha-256, `username="callport" password="x";`, User:callport
            SASL_SSL, OAUTHBEARER, `username="callport";`, User:<principal>
            SSL, SCRAM-SHA-512, `username="callport" password="x";`, User:<principal>
            SASL_SSL, SCRAM-SHA-512, `password="username=pass";`, User:<principal>
            SASL_SSL, SCRAM-SHA-512, `password=username =pass`, User:<principal>
            """)
    void knowsItsPrincipalWhereAUserLogsIn(String protocol, String mechanism, String options, String principal) {
        Map<String, Object> common = new HashMap<>(ClientSettings.of("a:1", "g").common());
        common.put("security.protocol", protocol);
        common.put("sasl.mechanism", mechanism);
        common.put("sasl.jaas.config", SCRAM + options);
        assertThat(ConfiguredPrincipal.of(new ClientSettings(common, Map.of(), Map.of())))
                .isEqualTo(principal);
    }

    @Test
    void doesNotKnowItWithoutALogin() {
        assertThat(ConfiguredPrincipal.of(ClientSettings.of("a:1", "g"))).isEqualTo("User:<principal>");
    }
}
