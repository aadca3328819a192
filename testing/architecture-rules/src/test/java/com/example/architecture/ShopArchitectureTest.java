package com.example.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.callport.archunit.HexagonRules;
import org.junit.jupiter.api.Test;

class ShopArchitectureTest {
    // Where tests share the packages of what they test, add: .withImportOption(new ImportOption.DoNotIncludeTests())
    private final JavaClasses classes = new ClassFileImporter().importPackages("com.example.shop");

    @Test
    void theShopIsAHexagon() {
        HexagonRules.of("com.example.shop")
                // Each layer: its name, the least number of classes it has, its packages.
                .core("domain", 4, "com.example.shop.order..")
                .adapter("web", 1, "com.example.shop.web..")
                .adapter("store", 1, "com.example.shop.store..")
                .layer("main", 1, "com.example.shop.main")
                .library("http-server", "com.sun.net.httpserver..")
                .library("jdbc", "java.sql..")
                // The arrows, and no others: adapters never see each other, only `store` sees JDBC.
                .mayUse("web", "domain", "http-server")
                .mayUse("store", "domain", "jdbc")
                .mayUse("main", "domain", "web", "store")
                // Free to change without notice: unexported packages, and the technology behind an adapter.
                .exports("domain", "com.example.shop.order")
                .hides("web", "http-server")
                .hides("store", "jdbc")
                // Every public type is a promise; this file shows each new one in a diff.
                .publicTypes("shop-public-types.txt", "domain", "web", "store")
                .noInheritance()
                .nullMarked()
                .check(classes);
    }
}
