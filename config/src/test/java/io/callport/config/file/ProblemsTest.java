package io.callport.config.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemsTest {
    private static final String MOOR = "id: '7moor:1', secret: s3cret";

    static Stream<Arguments> alone() {
        return Stream.of(
                arguments(
                        "http: {timeout: 30}",
                        "http.timeout: must be a duration from PT0.001S to P1D, as in 30s or PT30S, but is another number"),
                arguments("http: {timeout: 30sec}", "http.timeout: must be a duration"),
                arguments("http: {timeout: PT0S}", "http.timeout: must be a duration"),
                arguments("http: {timeout: -PT1S}", "http.timeout: must be a duration"),
                arguments("http: {timeout: P9999999D}", "http.timeout: must be a duration"),
                arguments("http: {timeout: }", "http.timeout: has no value; give it one or remove the key"),
                arguments("http: {timeout: [PT1S]}", "http.timeout: must be a single value, but is a list"),
                arguments("http: {time-out: PT1S}", "http.time-out: is not a key here; did you mean timeout?"),
                arguments(
                        "http: {max-answer-size: 16MB}",
                        "http.max-answer-size: must be a size from 1KiB to 1024MiB, as in 16MiB"),
                arguments("http: {max-answer-size: 0}", "http.max-answer-size: must be a size"),
                arguments("http: {max-answer-size: 9999999999MiB}", "http.max-answer-size: must be a size"),
                arguments(
                        "http: {response-signatures: maybe}",
                        "http.response-signatures: must be off or require or warn"),
                arguments("http: {proxy: 'proxy:3128'}", "http.proxy: must begin with http"),
                arguments("http: {proxy: 'https://proxy:3128'}", "http.proxy: must be http://, a host and a port"),
                arguments("http: {proxy: 'http://proxy'}", "http.proxy: must be http://, a host and a port"),
                arguments("http: {proxy: 'http://proxy:0'}", "http.proxy: must have a port from 1 to 65535"),
                arguments("http: {proxy: 'http://proxy:3128?x'}", "http.proxy: must end before"),
                arguments("http: {proxy: 'socks://proxy:1080'}", "http.proxy: must begin with http"),
                arguments("http: {proxy: 'http://proxy:3128/a'}", "http.proxy: must be http://, a host and a port"),
                arguments("http: {proxy: 'http://u:s3cret@proxy:1'}", "http.proxy: must have no user or password"),
                arguments("http: {truststore: /no/such}", "http.truststore: must be a file that can be read"),
                arguments("http: {truststore: /}", "http.truststore: must be a file that can be read"),
                arguments("http: {truststore: /dev/zero}", "http.truststore: must be a file that can be read"),
                arguments(
                        "http: {truststore: src/test/resources/everything.yaml}",
                        "http.truststore: must be a file of certificates in PEM"),
                arguments("http: PT1S", "http: must be keys with values, but is text of 4 characters"),
                arguments("retrys: {base: PT1S}", "retrys: is not a key here; did you mean retry?"),
                arguments("zzz: 1", "zzz: is not a key here; there are accounts, admin, deadline"),
                arguments("'0123 456': 1", "(a key of 8 characters): is not a key here"),
                arguments("retry: {base: PT31S}", "retry.base: must not be longer than retry.max, which is PT30S"),
                arguments("retry: {attempts: 0}", "retry.attempts: must be a whole number from 1 to 100"),
                arguments(
                        "deadline: {default: PT6M}",
                        "deadline.default: must not be longer than deadline.max, which is PT5M"),
                arguments("deadline: {max: 5}", "deadline.max: must be a duration"),
                arguments("limits: {waiting: 0}", "limits.waiting: must be a whole number from 1 to 10000000"),
                arguments(
                        "limits: {memory: many}",
                        "limits.memory: must be a size from 8MiB to 1024GiB, as in 400MiB, or a share of the heap from 5% to 80%, as in 40%, but is text of 4 characters"),
                arguments("limits: {memory: 90%}", "limits.memory: must be a size"),
                arguments("limits: {memory: 1MiB}", "limits.memory: must be a size"),
                arguments("limits: {memory: 2048GiB}", "limits.memory: must be a size"),
                arguments("limits: {requests: 1.5}", "limits.requests: must be a whole number"),
                arguments("admin: {port: 65536}", "admin.port: must be a whole number from 0 to 65535"),
                arguments("admin: {host: 'a b'}", "admin.host: must be a host name or an IP address"),
                arguments("webhooks: {port: 0}", "webhooks.port: must be a whole number from 1 to 65535"),
                arguments(
                        "webhooks: {max-body-size: 17MiB}",
                        "webhooks.max-body-size: must be a size from 1KiB to 16MiB"),
                arguments(
                        "webhooks: {unverified: 128KiB}",
                        "webhooks.unverified: must be at least webhooks.max-body-size, or no body of that size"),
                arguments("webhooks: {max-age: 2d}", "webhooks.max-age: must be a duration from PT0.001S to P1D"),
                arguments(
                        "webhooks: {reply: {callbot: {status: 500}}}",
                        "webhooks.reply.callbot.status: must be a whole"),
                arguments("webhooks: {reply: {acme: {status: 200}}}", "webhooks.reply.acme: is not a key here"),
                arguments("webhooks: {tls: {certificate: /a}}", "webhooks.tls.key: is missing; name its file, as in"),
                arguments(
                        "webhooks: {tls: {certificate: /no/such, key: src/test/resources/tls/first-key.pem}}",
                        "webhooks.tls.certificate: /no/such cannot be read; check its path and permissions"),
                arguments(
                        "webhooks: {tls: {certificate: src/test/resources/tls/first-key.pem, key: src/test/resources/tls/first-key.pem}}",
                        "webhooks.tls.certificate: src/test/resources/tls/first-key.pem must hold a certificate in PEM"),
                arguments(
                        "webhooks: {tls: {certificate: src/test/resources/tls/first.pem, key: src/test/resources/tls/first.pem}}",
                        "webhooks.tls.key: src/test/resources/tls/first.pem must hold a private key in PEM that begins with"),
                arguments(
                        "webhooks: {tls: {certificate: src/test/resources/tls/first.pem, key: src/test/resources/tls/second-key.pem}}",
                        "webhooks.tls.key: src/test/resources/tls/second-key.pem is not the key of the first certificate"),
                arguments(
                        "webhooks: {tls: {certificate: '-----BEGIN CERTIFICATE-----', key: /a}}",
                        "webhooks.tls.certificate: holds PEM itself; name its file, as in /etc/callport/tls.pem"),
                arguments("sip-passwords: show", "sip-passwords: must be include or redact"),
                arguments("shutdown: soon", "shutdown: must be a duration from PT0S to P1D"),
                arguments("shutdown: PT1S\nshutdown: PT2S", "shutdown: is there twice; keep one"),
                arguments(
                        "shutdown: &a PT1S\nadmin: {host: *a}",
                        "admin.host: YAML anchors and aliases are not read here"),
                arguments("shutdown: ${NOT_SET}", "shutdown: environment variable NOT_SET is not set; set it"),
                arguments(
                        "shutdown: ${file:/no/such}",
                        "shutdown: file /no/such does not exist; create it or correct the path"),
                arguments("shutdown: ${file:relative}", "shutdown: the path in ${file:…} must be absolute"),
                arguments("shutdown: ${file:/}", "shutdown: file / cannot be read"),
                arguments("shutdown: ${file:/dev/zero}", "shutdown: file /dev/zero is larger than 64 KiB"),
                arguments("shutdown: ${A:-b}", "shutdown: a placeholder is ${NAME}"),
                arguments("shutdown: '${A'", "shutdown: has '${' without '}'"),
                arguments(
                        "shutdown: ${EMPTY}",
                        "shutdown: must be a duration from PT0S to P1D, as in 30s or PT30S, but is empty"),
                arguments("shutdown: !!binary aGVsbG8=", "shutdown: has a YAML tag that is not read here"),
                arguments("topics: {dead-letters: 'a b'}", "topics.dead-letters: must be a topic's name"),
                arguments("topics: {dead-letters: '..'}", "topics.dead-letters: must be a topic's name"),
                arguments(
                        "topics: {7moor: {results: callport.7moor.commands}}",
                        "topics.7moor.results: names the same topic as topics.7moor.commands"),
                arguments(
                        "topics: {7moor: {state: callport.7moor.results}}",
                        "topics.7moor.state: names the same topic as topics.7moor.results"),
                arguments(
                        "topics: {callbot: {state: callport.7moor.state}}",
                        "topics.callbot.state: names the same topic as topics.7moor.state"),
                arguments(
                        "topics: {dead-letters: callport.7moor.state}",
                        "topics.dead-letters: names the same topic as topics.7moor.state"),
                arguments(
                        "topics: {7moor: {replies: [callport.dead-letters]}}",
                        "topics.7moor.replies: names the same topic as topics.dead-letters"),
                arguments(
                        "topics: {7moor: {replies: [callport.nxlink.commands]}}",
                        "topics.7moor.replies: names the same topic as topics.nxlink.commands"),
                arguments(
                        "topics: {7moor: {replies: a}}",
                        "topics.7moor.replies: must be a list, but is text of 1 characters"),
                arguments("topics: {7moor: {replies: [a, '']}}", "topics.7moor.replies[1]: has no value"),
                arguments(
                        "topics: {replies: [shop.replies]}",
                        "topics.replies: is listed for each vendor's commands now; list it under the vendors whose commands"
                                + " may name it, as in 7moor: {replies: [shop.replies]}"),
                arguments("topics: {cross-vendor: maybe}", "topics.cross-vendor: must be allow or refuse"),
                arguments(
                        "topics: {create: always}", "topics.create: must be never or {partitions: 6, replication: 3}"),
                arguments(
                        "topics: {create: {partitions: 0}}", "topics.create.partitions: must be a whole number from 1"),
                arguments("topics: {moor: {commands: a}}", "topics.moor: is not a key here; did you mean 7moor?"),
                arguments(
                        "vendor-codes: {callbot: {'1': nope}}",
                        "vendor-codes.callbot.1: must be forbidden or invalid-command or too-often or unauthorized"),
                arguments(
                        "vendor-codes: {callbot: {60xx: unauthorized}}",
                        "vendor-codes.callbot.60xx: may have an x, which is any digit, at its end only; write each code"),
                arguments("vendor-codes: {callbot: {6x01: unauthorized}}", "vendor-codes.callbot.6x01: may have an x"),
                arguments("vendor-codes: {acme: {'1': unauthorized}}", "vendor-codes.acme: is not a key here"));
    }

    static Stream<Arguments> ofAccounts() {
        return Stream.of(
                arguments(
                        "{" + MOOR + ", webhook: {path-secret: s3cret-9876543}}",
                        "accounts[0].webhook.path-secret: must be 16 to 128 letters, digits, '_' and '-', but is text of 14"),
                arguments(
                        "{" + MOOR + ", webhook: {path-secret: 1234567890123456}}",
                        "accounts[0].webhook.path-secret: YAML does not read this as text but as a number; quote it"),
                arguments(
                        "{" + MOOR + ", webhook: {account-id: 'a/b'}}",
                        "accounts[0].webhook.account-id: must be 1 to 128 letters, digits, '.', '_' and '-'"),
                arguments(
                        "{" + MOOR + ", webhook: {token: s3cret}}",
                        "accounts[0].webhook.token: is a key for nxlink alone; remove it"),
                arguments(
                        "{id: 'callbot:1', secret: s3cret, webhook: {path-secret: s3cret-9876543210}}",
                        "accounts[0].webhook.path-secret: is a key for 7moor alone; remove it"),
                arguments(
                        "{id: 'nxlink:1', secret: s3cret, url: 'https://a.b', webhook: {token: 'two words'}}",
                        "accounts[0].webhook.token: must be 1 to 512 visible ASCII characters, but is text of 9"),
                arguments(
                        "{" + MOOR + "}, {id: '7moor:2', secret: s3cret, webhook: {account-id: '1'}}",
                        "accounts[1].webhook.account-id: is that of accounts[0].id too; give each account its own"),
                arguments("{secret: s3cret}", "accounts[0].id: is missing; name the account, as in 7moor:2000103"),
                arguments("{id: '7moor', secret: s3cret}", "accounts[0].id: must be vendor:key, as in 7moor:2000103"),
                arguments(
                        "{id: 'acme:1', secret: s3cret}",
                        "accounts[0].id: must begin with 7moor:, callbot: or nxlink:"),
                arguments("{id: '7moor:a&b', secret: s3cret}", "accounts[0].id: the key after ':' must be"),
                arguments("{id: '7moor:1'}", "accounts[0].secret: is missing; name it, as in ${MOOR_SECRET}"),
                arguments(
                        "{id: '7moor:1', secret: 0123}",
                        "accounts[0].secret: YAML does not read this as text but as a number; quote it"),
                arguments(
                        "{id: '7moor:1', secret: 1e5}",
                        "accounts[0].secret: YAML does not read this as text but as a number; quote it"),
                arguments(
                        "{id: '7moor:1', secret: true}",
                        "accounts[0].secret: YAML does not read this as text but as a flag; quote it"),
                arguments("{id: '7moor:1', secret: }", "accounts[0].secret: has no value"),
                arguments("{id: '7moor:1', secret: ''}", "accounts[0].secret: has no value"),
                arguments(
                        "{id: '7moor:1', secret: 's3cret '}",
                        "accounts[0].secret: must not start or end with white space"),
                arguments(
                        "{id: '7moor:1', secret: [s3cret]}",
                        "accounts[0].secret: must be a single value, but is a list"),
                arguments(
                        "{id: '7moor:1', secret: {s3cret: s3cret}}",
                        "accounts[0].secret: must be a single value, but is a mapping"),
                arguments("{" + MOOR + ", budget: 20}", "accounts[0].budget: must be N/W, as in 20/1m, or none"),
                arguments("{" + MOOR + ", budget: 20/P2D}", "accounts[0].budget: the window after '/' must be"),
                arguments("{" + MOOR + ", url: 's3cret'}", "accounts[0].url: must begin with https:// or http://"),
                arguments("{" + MOOR + ", url: 'ftp://a'}", "accounts[0].url: must begin with https:// or http://"),
                arguments(
                        "{" + MOOR + ", url: 'https://u:s3cret@a'}",
                        "accounts[0].url: must have no user or password before '@'"),
                arguments("{" + MOOR + ", url: 'https://'}", "accounts[0].url: must be a URL"),
                arguments("{" + MOOR + ", url: 'https:///x'}", "accounts[0].url: must name a host"),
                arguments(
                        "{" + MOOR + ", url: 'https://a:99999'}", "accounts[0].url: must have a port from 1 to 65535"),
                arguments(
                        "{" + MOOR + ", url: 'https://a?key=s3cret'}", "accounts[0].url: must end before '?' and '#'"),
                arguments(
                        "{" + MOOR + ", algorithm: MD5}",
                        "accounts[0].algorithm: is not a key for 7moor, which has one algorithm"),
                arguments(
                        "{id: 'callbot:1', secret: s3cret, algorithm: SHA1}",
                        "accounts[0].algorithm: must be MD5 or SHA256"),
                arguments("{id: 'nxlink:1', secret: s3cret}", "accounts[0].url: is missing; nxlink documents none"),
                arguments(
                        "{" + MOOR + ", sekret: s3cret}",
                        "accounts[0].sekret: is not a key here; did you mean secret?"),
                arguments("s3cret", "accounts[0]: must be keys with values, but is text of 6 characters"),
                arguments(
                        "{" + MOOR + "}, {" + MOOR + "}",
                        "accounts[1].id: is the same account as accounts[0].id; keep one"));
    }

    static Stream<Arguments> ofKafka() {
        return Stream.of(
                arguments(
                        "{group.id: g}", "kafka.bootstrap.servers: is missing; name the brokers, as in localhost:9092"),
                arguments("{bootstrap.servers: ''}", "kafka.bootstrap.servers: has no value"),
                arguments("{bootstrap.servers: a:1, group.id: ''}", "kafka.group.id: has no value"),
                arguments(
                        "{bootstrap.servers: a:1, acks: '1'}",
                        "kafka.acks: is set by the service, because transactions need all; remove it"),
                arguments(
                        "{bootstrap.servers: a:1, consumer: {isolation.level: x}}",
                        "kafka.consumer.isolation.level: is set by the service"),
                arguments(
                        "{bootstrap.servers: a:1, producer: {transactional.id: x}}",
                        "kafka.producer.transactional.id: is set by the service"),
                arguments(
                        "{bootstrap.servers: a:1, consumer: {group.id: x}}",
                        "kafka.consumer.group.id: is the same for every client; remove it, and name it once, as kafka.group.id"),
                arguments(
                        "{bootstrap.servers: a:1, producer: {group.id: x}}",
                        "kafka.producer.group.id: is the same for every client; remove it"),
                arguments(
                        "{bootstrap.servers: a:1, consumer: {bootstrap.servers: [b, c]}}",
                        "kafka.consumer.bootstrap.servers: is the same for every client; remove it, and name it once,"
                                + " as kafka.bootstrap.servers"),
                arguments(
                        "{bootstrap.servers: a:1, producer: {bootstrap.servers: b}}",
                        "kafka.producer.bootstrap.servers: is the same for every client; remove it"),
                arguments(
                        "{bootstrap.servers: a:1, group.protocol: consumer, consumer: {session.timeout.ms: 6000}}",
                        "kafka.consumer.session.timeout.ms: Kafka says: session.timeout.ms cannot be set when"
                                + " group.protocol=CONSUMER"),
                arguments(
                        "{bootstrap.servers: a:1, session.timeout.ms: 3000}",
                        "kafka.session.timeout.ms: heartbeat.interval.ms must be less than session.timeout.ms"),
                arguments(
                        "{bootstrap.servers: a:1, producer: {delivery.timeout.ms: 1000}}",
                        "kafka.producer.delivery.timeout.ms: delivery.timeout.ms must not be less than linger.ms and"
                                + " request.timeout.ms together"),
                arguments(
                        "{bootstrap.servers: a:1, producer: {retries: 0}}",
                        "kafka.producer.retries: Kafka says: Must set retries to non-zero"),
                arguments(
                        "{bootstrap.servers: a:1, request.timeout.ms: 70000}",
                        "kafka.request.timeout.ms: default.api.timeout.ms must not be less than request.timeout.ms"),
                arguments(
                        "{bootstrap.servers: a:1, security.protocol: SASL_SSL, sasl.mechanism: '',"
                                + " sasl.jaas.config: 'a.LoginModule required password=\"s3cret\";'}",
                        "kafka.sasl.mechanism: Kafka says: sasl.mechanism: When the security.protocol"),
                arguments(
                        "{bootstrap.servers: a:1, consumer: 1}",
                        "kafka.consumer: must be keys with values, but is another number"),
                arguments(
                        "{bootstrap.servers: a:1, fetch.min.bytes: lots}",
                        "kafka.fetch.min.bytes: must be a valid int (Kafka says: Not a number of type INT)"),
                arguments(
                        "{bootstrap.servers: a:1, group.protocol: s3cret}",
                        "kafka.group.protocol: must be a valid string (Kafka says: String must be one of"),
                arguments(
                        "{bootstrap.servers: a:1, ssl.key.password: 0123}",
                        "kafka.ssl.key.password: YAML does not read this as text but as a number; quote it"),
                arguments(
                        "{bootstrap.servers: a:1, sasl.jaas.config: 'a.LoginModule required password=my s3cret;'}",
                        "kafka.sasl.jaas.config: must be a login module with its options, as in "),
                arguments(
                        "{bootstrap.servers: a:1, sasl.jaas.config: s3cret}",
                        "kafka.sasl.jaas.config: must be a login module with its options, as in "),
                arguments(
                        "{bootstrap.servers: a:1, sasl: {mechanism: PLAIN}}",
                        "kafka.sasl: must be a single value, but is a mapping of keys"));
    }

    @ParameterizedTest
    @MethodSource("alone")
    void areNamedWithKeyAndRemedy(String line, String problem) {
        assertOne(ConfigurationFixture.withLeast(line), problem);
    }

    @ParameterizedTest
    @MethodSource("ofAccounts")
    void ofAccountsAreNamedWithKeyAndRemedy(String account, String problem) {
        assertOne(ConfigurationFixture.withAccounts(account), problem);
    }

    @ParameterizedTest
    @MethodSource("ofKafka")
    void ofKafkaAreNamedWithKeyAndRemedy(String kafka, String problem) {
        assertOne(ConfigurationFixture.withKafka(kafka), problem);
    }

    @Test
    void noAccountIsOne() {
        for (String accounts : List.of("", "accounts:", "accounts: []")) {
            assertOne("kafka: {bootstrap.servers: a:1}\n" + accounts, "accounts: must name at least one account");
        }
    }

    @Test
    void aGroupThatNamesNoStateTopicIsOneForEachVendor() {
        String kafka = "{bootstrap.servers: a:1, group.id: 'our group'}";
        assertThat(ConfigurationFixture.problems(ConfigurationFixture.withKafka(kafka)))
                .hasSize(3)
                .anyMatch(it ->
                        it.startsWith("topics.7moor.state: is missing, and kafka.group.id makes no topic's name"));
        assertThat(ConfigurationFixture.problems(ConfigurationFixture.withKafka(kafka)
                        + "topics: {7moor: {state: a}, callbot: {state: b}, nxlink: {state: c}}"))
                .isEmpty();
    }

    @Test
    void theSameTopicForTwoVendorsIsOne() {
        assertOne(
                ConfigurationFixture.withLeast("topics: {7moor: {commands: in}, nxlink: {commands: in}}"),
                "topics.nxlink.commands: names the same topic as topics.7moor.commands");
    }

    @Test
    void unknownClientPropertiesOnlyWarn() {
        assertThat(ConfigurationFixture.warnings(
                        ConfigurationFixture.withKafka("{bootstrap.servers: a:1, consumer: {max.poll.record: 1}}")))
                .singleElement()
                .asString()
                .startsWith("kafka.consumer.max.poll.record: is no property of these Kafka clients")
                .contains("did you mean max.poll.records?");
    }

    @Test
    void anEmptyClientPropertyIsAValue() {
        String kafka = "{bootstrap.servers: a:1, ssl.endpoint.identification.algorithm: ''}";
        assertThat(ConfigurationFixture.read(ConfigurationFixture.withKafka(kafka))
                        .kafka()
                        .clients()
                        .common())
                .containsEntry("ssl.endpoint.identification.algorithm", "");
    }

    @Test
    void aDollarIsItselfWhenDoubled() {
        assertThat(ConfigurationFixture.read(ConfigurationFixture.withAccounts("{id: '7moor:1', secret: 'a$${b}c'}"))
                        .accounts()
                        .get(0)
                        .secret()
                        .reveal())
                .isEqualTo("a${b}c");
    }

    private static void assertOne(String text, String problem) {
        List<String> problems = ConfigurationFixture.problems(text);
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith(problem)
                .matches(".* \\(line \\d+, column \\d+\\)")
                .doesNotContain("s3cret", "0123 456");
    }
}
