package io.callport.archunit;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DescriptionTest {
    private final HexagonRules base = HexagonRules.of("a")
            .core("domain", 1, "a.domain")
            .adapter("web", 1, "a.web")
            .adapter("store", 1, "a.store")
            .layer("main", 1, "a.main")
            .library("jdbc", "java.sql..")
            .mayUse("main", "web");

    @Test
    void anArrowBetweenAdaptersIsRefused() {
        refused(() -> base.mayUse("web", "store"), "the arrow web -> store cannot be: adapters never see each other");
    }

    @Test
    void anArrowOutOfTheCoreIsRefused() {
        refused(() -> base.mayUse("domain", "web"), "a core uses only cores and libraries");
    }

    @Test
    void aCircleOfArrowsIsRefused() {
        refused(() -> base.mayUse("web", "main"), "arrows must not close a circle");
        refused(() -> base.mayUse("main", "main"), "arrows must not close a circle");
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        refused(() -> base.mayUse("web", "domian"), "'domian' is not declared", "[domain, web, store, main, jdbc]");
        refused(() -> base.exports("nowhere", "a"), "'nowhere' is not declared");
        refused(() -> base.publicTypes("list.txt", "nowhere"), "'nowhere' is not declared");
    }

    @Test
    void aNameIsGivenOnce() {
        refused(() -> base.layer("web", 1, "a.more"), "the name 'web' is taken");
    }

    @Test
    void aLibraryUsesAndHidesNothingAndIsHidden() {
        refused(() -> base.mayUse("jdbc", "web"), "'jdbc' is a library");
        refused(() -> base.hides("jdbc", "jdbc"), "'jdbc' is a library");
        refused(() -> base.hides("web", "store"), "'store' is a layer");
    }

    @Test
    void whatCouldCheckNothingIsRefused() {
        refused(() -> base.layer("more", 0, "a.more"), "the least number of classes must be 1 or more");
        refused(() -> base.layer("more", 1), "name at least one package");
        refused(() -> base.publicTypes("list.txt"), "name at least one layer");
        refused(() -> HexagonRules.of("a.."), "a plain package name");
    }

    @ParameterizedTest
    @EnumSource(
            names = {"ARROWS", "CYCLES", "CORE"},
            mode = EnumSource.Mode.EXCLUDE)
    void aRuleForWhichNothingWasDeclaredIsNotMade(HexagonRule rule) {
        assertThatIllegalStateException()
                .isThrownBy(() -> base.rule(rule))
                .withMessageContaining("would check nothing: declare ");
    }

    @ParameterizedTest
    @EnumSource
    void aDescriptionWithoutLayersYieldsNoRule(HexagonRule rule) {
        assertThatIllegalStateException()
                .isThrownBy(() -> HexagonRules.of("a").noInheritance().rule(rule));
        assertThatIllegalStateException().isThrownBy(() -> HexagonRules.of("a").rules());
    }

    private static void refused(Runnable describe, String... parts) {
        assertThatIllegalArgumentException()
                .isThrownBy(describe::run)
                .satisfies(refusal -> org.assertj.core.api.Assertions.assertThat(refusal.getMessage())
                        .contains(parts));
    }
}
