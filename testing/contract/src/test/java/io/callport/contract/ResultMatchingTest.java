package io.callport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests that results belong to commands. */
class ResultMatchingTest {
    private final ResultMatching conversation = new ResultMatching(false);

    @Test
    void aResultForEachCommandIsFine() {
        conversation.command(SampleMessages.a("command").record());
        conversation.command(SampleMessages.a("event").at(8).record());
        conversation.result(SampleMessages.a("answer").record());
        conversation.result(
                SampleMessages.a("refusal").with("ce_id", "", "t.commands/0/8").record());
        conversation.deadLetter(SampleMessages.a("dead letter").record());

        assertThat(conversation.problems()).isEmpty();
        assertThat(conversation.isEmpty()).isFalse();
    }

    @Test
    void aResultOfNoCommandIsNot() {
        conversation.command(SampleMessages.a("command").at(8).record());
        conversation.result(SampleMessages.a("answer").record());

        assertThat(conversation.problems()).containsExactly("t.results/0/7 ce_id: there is no command t.commands/0/7");
    }

    @Test
    void twoResultsOfOneCommandAreNot() {
        conversation.command(SampleMessages.a("command").record());
        conversation.result(SampleMessages.a("answer").record());
        conversation.result(SampleMessages.a("answer").at(8).record());

        assertThat(conversation.problems())
                .containsExactly("t.results/0/8 ce_id: is one result too many of t.commands/0/7");
    }

    @Test
    void aCommandThatWasBroughtHomeIsOne() {
        conversation.command(SampleMessages.a("command").record());
        conversation.command(SampleMessages.a("command")
                .at(9)
                .with("callport_origin", "", "t.commands/0/7;hops=1")
                .with("callport_origin_tag", "", "A".repeat(43))
                .record());
        conversation.result(SampleMessages.a("answer").record());
        assertThat(conversation.problems()).isEmpty();

        conversation.result(SampleMessages.a("answer").at(8).record());
        assertThat(conversation.problems()).isNotEmpty();
    }

    @Test
    void aDeadLetterThatIsPublishedTwiceMayHaveTwoResults() {
        SampleMessages letter = SampleMessages.a("command")
                .with("__dlq.errors.topic", "", "t.commands")
                .with("__dlq.errors.partition", "", "0")
                .with("__dlq.errors.offset", "", "7")
                .with("__dlq.errors.tag", "", "A".repeat(43));
        conversation.command(letter.at(8).record());
        conversation.command(letter.at(9).record());
        conversation.result(SampleMessages.a("answer").record());
        conversation.result(SampleMessages.a("answer").at(8).record());

        assertThat(conversation.problems()).isEmpty();
    }

    @Test
    void anAnswerToWhatIsNoCommandByTheContractIsNot() {
        conversation.command(SampleMessages.a("command")
                .with("value", "'id':'42'", "'id':42")
                .record());
        conversation.result(SampleMessages.a("answer").record());

        assertThat(conversation.problems())
                .singleElement()
                .asString()
                .startsWith("t.commands/0/7 command.schema.json: /id");
    }
}
