package io.callport.app.deadletters;

import io.callport.app.shell.CommandFailedException;
import io.callport.app.shell.Shell;
import io.callport.kafka.admin.deadletters.DeadLetters;
import io.callport.kafka.admin.deadletters.DeadLettersException;
import io.callport.kafka.admin.deadletters.LetterPosition;
import io.callport.kafka.admin.deadletters.LettersListener;
import io.callport.kafka.settings.KafkaSettings;
import java.nio.file.Path;
import java.util.function.Function;

/** What the commands share: their streams, and how a configuration is read and dead letters are opened. */
record Desk(Shell shell, Function<Path, KafkaSettings> settings) {
    <T> T withLetters(KafkaSettings kafka, LettersListener listener, Function<DeadLetters, T> work) {
        try (DeadLetters letters = DeadLetters.open(kafka, listener)) {
            return work.apply(letters);
        } catch (DeadLettersException e) {
            throw CommandFailedException.failed(
                    String.valueOf(e.getMessage()), "callport check --live looks at the cluster and the rights on it.");
        }
    }

    static LetterPosition position(String option, String text) {
        try {
            return LetterPosition.parse(text);
        } catch (IllegalArgumentException e) {
            throw CommandFailedException.usage(
                    option + ": " + e.getMessage(), "callport dead-letters list shows where they are.");
        }
    }
}
