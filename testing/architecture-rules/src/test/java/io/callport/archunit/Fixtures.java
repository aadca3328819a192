package io.callport.archunit;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.stream.Collectors;

/** Imports the fixtures, describes the sound one, and collects what a rule finds. */
final class Fixtures {
    static final String SHOP = "com.example.shop";

    private Fixtures() {}

    static String root(String fixture) {
        return "io.callport.archunit.fixture." + fixture;
    }

    static JavaClasses classes(String root) {
        return new ClassFileImporter().importPackages(root);
    }

    static List<String> findings(HexagonRules rules, HexagonRule which, String root) {
        EvaluationResult result = rules.rule(which).evaluate(classes(root));
        return result.getFailureReport().getDetails();
    }

    static String failure(HexagonRules rules, JavaClasses classes) {
        return catchThrowableOfType(AssertionError.class, () -> rules.check(classes))
                .getMessage();
    }

    /**
     * The sample shop with every rule declared, that least number of classes for each layer, and more packages of its
     * core.
     */
    static HexagonRules shop(int least, String... packageOfDomain) {
        String[] domain = packageOfDomain.length == 0 ? new String[] {SHOP + ".order.."} : packageOfDomain;
        return HexagonRules.of(SHOP)
                .core("domain", least, domain)
                .adapter("web", least, SHOP + ".web..")
                .adapter("store", least, SHOP + ".store..")
                .layer("main", least, SHOP + ".main")
                .library("http-server", "com.sun.net.httpserver..")
                .library("jdbc", "java.sql..")
                .mayUse("web", "domain", "http-server")
                .mayUse("store", "domain", "jdbc")
                .mayUse("main", "domain", "web", "store")
                .exports("domain", SHOP + ".order")
                .hides("web", "http-server")
                .hides("store", "jdbc")
                .publicTypes("shop-public-types.txt", "domain", "web", "store")
                .noInheritance()
                .nullMarked();
    }

    static String lines(List<String> findings) {
        return findings.stream().collect(Collectors.joining("\n"));
    }
}
