package io.callport.system.crash.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.callport.system.crash.plan.FaultMix;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class BrokenVariantTest {
    private static final String ENUM = "public enum SipPasswords {";

    @TempDir
    Path folder;

    @Test
    void itsClassesAreInAFolderInFrontOfTheOthers() {
        BrokenVariant variant = variant(new SourceEdit("settings/SipPasswords", ENUM, ENUM + " SAY_THEM,"));

        Path classes = variant.compile(folder).inFront().get(0);

        assertThat(classes.resolve("io/callport/kafka/settings/SipPasswords.class"))
                .exists();
    }

    @ParameterizedTest
    @FieldSource("io.callport.system.crash.variant.BrokenVariants#ALL")
    void everyListedVariantCompiles(BrokenVariant variant) {
        assertThat(variant.compile(folder).inFront().get(0)).isNotEmptyDirectory();
    }

    @Test
    void aTextThatIsNotThereOnceIsRefused() {
        BrokenVariant absent = variant(new SourceEdit("settings/SipPasswords", "no such text", ""));
        assertThatIllegalStateException()
                .isThrownBy(() -> absent.compile(folder))
                .withMessageContaining("SipPasswords has the text to replace 0 times");
        BrokenVariant ambiguous = variant(new SourceEdit("settings/SipPasswords", "a", "b"));
        assertThatIllegalStateException()
                .isThrownBy(() -> ambiguous.compile(folder))
                .withMessageContaining("not once");
    }

    @Test
    void oneThatDoesNotCompileIsRefused() {
        BrokenVariant variant = variant(new SourceEdit("settings/SipPasswords", ENUM, "public"));
        assertThatIllegalStateException()
                .isThrownBy(() -> variant.compile(folder))
                .withMessageContaining("does not compile");
    }

    private static BrokenVariant variant(SourceEdit edit) {
        return new BrokenVariant("a variant", "", new FaultMix(List.of(), Duration.ZERO), List.of(edit));
    }
}
