package io.callport.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.callport.http.settings.VendorProfile;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.TopicSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The addresses in docs/asyncapi.yaml are those of a service whose configuration names none. */
class AsyncApiDefaultsTest {
    private static final Path FILE = Path.of("").toAbsolutePath().getParent().resolve("docs/asyncapi.yaml");

    @TempDir
    Path directory;

    @Test
    void addressesVendorsAndGroupAreTheDefaults() throws IOException, InvalidConfigurationException {
        JsonNode document = new YAMLMapper().readTree(FILE.toFile());
        KafkaSettings defaults = defaults();
        TopicSettings topics = defaults.topics();
        List<String> vendors = new ArrayList<>();
        document.at("/components/parameters/vendor/enum").forEach(vendor -> vendors.add(vendor.textValue()));

        assertThat(vendors).containsExactlyElementsOf(VendorProfile.vendors());
        assertThat(topics.vendors()).containsOnlyKeys(vendors);
        for (String vendor : vendors) {
            assertThat(address(document, "commands", vendor))
                    .isEqualTo(topics.ofVendor(vendor).commands());
            assertThat(address(document, "results", vendor))
                    .isEqualTo(topics.ofVendor(vendor).results());
        }
        assertThat(address(document, "deadLetters", "")).isEqualTo(topics.deadLetters());
        assertThat(document.at("/operations/ask/bindings/kafka/groupId/examples/0")
                        .textValue())
                .isEqualTo(defaults.clients().groupId());
    }

    private static String address(JsonNode document, String channel, String vendor) {
        return document.at("/channels/" + channel + "/address").textValue().replace("{vendor}", vendor);
    }

    private KafkaSettings defaults() throws IOException, InvalidConfigurationException {
        Path file = Files.writeString(
                directory.resolve("callport.yaml"), """
                kafka: { bootstrap.servers: "localhost:9092" }
                accounts: [{ id: "%s", secret: %s, url: "http://localhost:1" }]
                """.formatted("7moor:2000103", "HWHp9xFVlbboxIU2S6DHA7sf9sGzt3"));
        return ConfigurationFile.read(file, name -> null).configuration().kafkaSettings();
    }
}
