package io.callport.tools.deadletters;

import io.callport.kafka.admin.DeadLetterListener;
import io.callport.kafka.admin.DeadLetterPosition;
import io.callport.kafka.admin.DeadLetters;
import io.callport.kafka.admin.DeadLettersException;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.tools.shell.CommandFailedException;
import io.callport.tools.shell.Shell;
import java.nio.file.Path;
import java.util.function.Function;

/** Opens dead letters for the commands, which share the session's streams and its function to read a configuration. */
record DeadLetterSession(Shell shell, Function<Path, KafkaSettings> settings) {
    <T> T withLetters(KafkaSettings kafka, DeadLetterListener listener, Function<DeadLetters, T> work) {
        try (DeadLetters letters = DeadLetters.open(kafka, listener)) {
            return work.apply(letters);
        } catch (DeadLettersException e) {
            throw CommandFailedException.failed(
                    String.valueOf(e.getMessage()), "callport check --live looks at the cluster and the rights on it.");
        }
    }

    static DeadLetterPosition position(String option, String text) {
        try {
            return DeadLetterPosition.parse(text);
        } catch (IllegalArgumentException e) {
            throw CommandFailedException.usage(
                    option + ": " + e.getMessage(), "callport dead-letters list shows where they are.");
        }
    }
}
