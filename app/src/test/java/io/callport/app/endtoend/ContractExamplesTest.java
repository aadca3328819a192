package io.callport.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.account.Account;
import io.callport.catalog.Queries;
import io.callport.contract.SchemaText;
import io.callport.http.HttpPorts;
import io.callport.http.settings.HttpSettings;
import io.callport.kafka.admin.MessageJson;
import io.callport.query.Query;
import io.callport.query.QueryType;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The examples in the schemas of commands and answers are published commands and their results, with the vendors'
 * documented data; {@code -Dcontract.write=true} writes them.
 */
class ContractExamplesTest {
    private static final Path SCHEMAS = Path.of("").toAbsolutePath().getParent().resolve("docs/schemas/v1");
    private static final boolean WRITE = Boolean.getBoolean("contract.write");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void examplesOfEveryQueryAreRealMessages() throws IOException {
        try (EmbeddedKafka broker = EmbeddedKafka.start();
                ServiceFixture fixture = ServiceFixture.on(broker.bootstrapServers());
                HttpPorts ports = HttpPorts.open(HttpSettings.DEFAULT, List.of())) {
            for (QueryType<?, ?> type : Queries.ALL) {
                ArrayNode commands = JSON.createArrayNode();
                ArrayNode answers = JSON.createArrayNode();
                for (Account account : List.of(ServiceFixture.MOOR, ServiceFixture.CALLBOT, ServiceFixture.NXLINK)) {
                    for (Query<?, ?> example : type.examples()) {
                        if (ports.answers(account.vendor(), example)) {
                            String params = MessageJson.writeParams(example);
                            commands.add(command(type.name(), account, params));
                            answers.add(answer(account, fixture.send(type.name(), account, params)));
                        }
                    }
                }
                check("commands/" + type.name(), commands);
                check("answers/" + type.name(), answers);
            }
        }
    }

    private static ObjectNode command(String query, Account account, String params) throws IOException {
        ObjectNode command = JSON.createObjectNode().put("query", query).put("account", account.toString());
        return command.set("params", JSON.readTree(params));
    }

    /** Replaces the ids and times, which differ in each run. */
    private static JsonNode answer(Account account, JsonNode result) {
        ObjectNode answer = result.deepCopy();
        answer.put("commandId", "callport." + account.vendor() + ".commands/0/0");
        ((ObjectNode) answer.path("request"))
                .put("startedAt", "2026-11-20T12:00:00.02Z")
                .put("endedAt", "2026-11-20T12:00:00.145Z")
                .put("attempts", 1)
                .put("sharedBy", 1);
        return answer;
    }

    private static void check(String name, ArrayNode examples) throws IOException {
        Path file = SCHEMAS.resolve(name + ".schema.json");
        ObjectNode schema = (ObjectNode) JSON.readTree(Files.readString(file));
        if (WRITE) {
            schema.set("examples", examples);
            Files.writeString(file, SchemaText.of(schema));
        }
        assertThat(JSON.readTree(schema.path("examples").toString()))
                .as(file + ": run testing/contract/update")
                .isEqualTo(JSON.readTree(examples.toString()));
    }
}
