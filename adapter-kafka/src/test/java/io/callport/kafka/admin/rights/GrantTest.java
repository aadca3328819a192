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

class GrantTest {
    private static final String COMMAND =
            "kafka-acls.sh --bootstrap-server a:1,b:2 --command-config admin.properties --add --allow-principal ";
    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule required ";

    @Test
    void tellsWhatIsMissingWhatForAndHowToGiveIt() {
        Grant grant = new Grant("a:1,b:2", "User:callport");
        assertThat(grant.told(Right.needed(AclOperation.READ, ResourceType.TOPIC, Set.of("y", "x"), "it stands")))
                .isEqualTo("READ on topics x, y is missing, so it stands; give it: " + COMMAND
                        + "User:callport --operation Read --topic x --topic y");
        assertThat(grant.told(Right.needed(AclOperation.WRITE, ResourceType.TRANSACTIONAL_ID, Set.of("g-"), "no")))
                .isEqualTo("WRITE on transactional ids that begin with g- is missing, so no; give it: " + COMMAND
                        + "User:callport --operation Write --resource-pattern-type prefixed --transactional-id g-");
        assertThat(grant.told(Right.wished(AclOperation.DESCRIBE_CONFIGS, ResourceType.CLUSTER, Set.of(), "no")))
                .isEqualTo("DESCRIBE_CONFIGS on the cluster is missing, so no; give it: " + COMMAND
                        + "User:callport --operation DescribeConfigs --cluster");
    }

    @Test
    void quotesWhatAShellWouldNotTakeAsItIs() {
        Right group = Right.needed(AclOperation.READ, ResourceType.GROUP, Set.of("a b"), "no");
        assertThat(new Grant("a:1,b:2", Principal.UNKNOWN).told(group))
                .endsWith(COMMAND + "'User:<principal>' --operation Read --group 'a b'");
        assertThat(new Grant("a:1,b:2", "User:O'Hara").told(group)).contains("'User:O'\\''Hara'");
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
        assertThat(Principal.of(new ClientSettings(common, Map.of(), Map.of()))).isEqualTo(principal);
    }

    @Test
    void doesNotKnowItWithoutALogin() {
        assertThat(Principal.of(ClientSettings.of("a:1", "g"))).isEqualTo("User:<principal>");
    }
}
