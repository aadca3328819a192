package io.callport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of messages can fail: a table of changes to a valid message, and the problem that each must give. */
class MessageCheckTest {
    private final MessageCheck check = new MessageCheck();

    @ParameterizedTest
    @ValueSource(strings = {"command", "event", "answer", "refusal", "vendor event", "dead letter"})
    void nothingIsWrongWith(String kind) {
        assertThat(problems(kind, SampleMessages.a(kind).record())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "answer      | value  | 'commandId':           | 'extra':1,'commandId':  | property 'extra'",
                "answer      | value  | 'total':0              | 'total':0,'extra':1     | /result property 'extra'",
                "answer      | value  | 'attempts':1           | 'attempts':0            | /request/attempts",
                "answer      | value  | 'attempts':1           | 'attempts':'1'          | /request/attempts",
                "answer      | value  | 'attempts':1,          |                         | 'attempts'",
                "answer      | value  | 'params':{}            | 'params':{'misspelt':1} | command.schema.json: /params",
                "answer      | value  | 'answered'             | 'done'                  | result.schema.json: /status",
                "answer      | value  | 'agents.queues'        | 'agents.other'          | there is no such schema",
                "answer      | value  | '7moor:2000103'        | '7moor:1'               | its key is not its account",
                "answer      | key    |                        | 7moor:1                 | its key is not its account",
                "answer      | ce_id  |                        | 42                      | /ce_id",
                "answer      | ce_id  |                        |                         | 'ce_id'",
                "answer      | ce_type | | io.callport.agents.list.answer.v1                 | ce_type: is",
                "answer      | ce_type | | io.callport.agents.queues.refusal.v1              | ce_type: is",
                "answer      | ce_subject |                    | 7moor:1                 | ce_subject: is",
                "answer      | ce_causationid |                | 43                      | ce_causationid: is",
                "answer      | content-type |                  | text/plain              | /content-type",
                "answer      | x-other |                       | 1                       | property 'x-other'",
                "answer      | traceparent |                   | 1                       |",
                "refusal     | value  | 'detail':              | 'extra':1,'detail':     | property 'extra'",
                "refusal     | value  | over-budget            | because                 | /reason",
                "refusal     | value  | PT41S                  | 41                      | /retryAfter",
                "refusal     | value  | 'params':{},           |                         |",
                "refusal     | value  | 'agents.queues'        | 'no.such'               | io.callport.refusal.v1",
                "refusal     | ce_type | | io.callport.refusal.v1                            | ce_type: is",
                "vendor event | value | 'data':                | 'extra':1,'data':       | property 'extra'",
                "vendor event | value | call-info.call-state   | call-info.other         | there is no such schema",
                "vendor event | key   |                        | 7moor:1/c1              | its key does not begin",
                "vendor event | ce_id |                        | 42                      | /ce_id",
                "vendor event | ce_type | | io.callport.call-info.call.event.v1              | ce_type: is",
                "vendor event | ce_subject |                   | 7moor:1                 | ce_subject: is",
                "dead letter | value  | {'query':'agents.queues'} | {'query':'agents.queues','account':'7moor:1'} | it is a command",
                "dead letter | __dlq.errors.message |          |                         | '__dlq.errors.message'",
                "dead letter | __dlq.errors.offset |           | -1                      | /__dlq.errors.offset",
                "dead letter | __dlq.errors.other |            | 1                       | '__dlq.errors.other'",
                "dead letter | x-own  |                        | 1                       |",
                "command     | value  | 'id':'42'              | 'id':42                 | /id",
                "command     | value  | 'id':'42'              | 'params':{'page':0}     | /params",
                "command     | value  | 'id':'42'              | 'own':1                 |",
                "command     | ce_specversion |                | 1.0                     | 'ce_id'",
                "event       | value  | '/shop'                | 7                       | /source",
                "event       | value  | 'agents.queues'        | 'no.such'               | /data/query",
            })
    void whatIsWrongIsSaid(String kind, String part, String there, String instead, String said) {
        ConsumerRecord<byte[], byte[]> changed = SampleMessages.a(kind)
                .with(part, there == null ? "" : there, instead == null ? "" : instead)
                .record();
        List<String> problems = problems(kind, changed);
        if (said == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).anySatisfy(problem -> assertThat(problem).contains(said));
        }
    }

    private List<String> problems(String kind, ConsumerRecord<byte[], byte[]> record) {
        return switch (kind) {
            case "answer", "refusal" -> check.result(record);
            case "dead letter" -> check.deadLetter(record);
            case "vendor event" -> check.event(record);
            default -> check.command(record);
        };
    }
}
