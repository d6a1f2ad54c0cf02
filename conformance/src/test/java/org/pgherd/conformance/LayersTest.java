package org.pgherd.conformance;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The arrows of ARCHITECTURE.md point down only.
class LayersTest {
    @Test
    void arrowsPointDown() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.pgherd");
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("conformance")
                .definedBy("org.pgherd.conformance..")
                .layer("gateway")
                .definedBy("org.pgherd.gateway..")
                .layer("engine")
                .definedBy("org.pgherd.engine..")
                .layer("embedded")
                .definedBy("org.pgherd.embedded..")
                .layer("plpgsql")
                .definedBy("org.pgherd.plpgsql..")
                .layer("executor")
                .definedBy("org.pgherd.executor..")
                .layer("shard-planner")
                .definedBy("org.pgherd.shardplanner..")
                .layer("analyzer")
                .definedBy("org.pgherd.analyzer..")
                .layer("grammar")
                .definedBy("org.pgherd.grammar..")
                .layer("semantics")
                .definedBy("org.pgherd.semantics..")
                .layer("errors")
                .definedBy("org.pgherd.errors..")
                .whereLayer("conformance")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("gateway")
                .mayOnlyBeAccessedByLayers("conformance")
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("gateway", "conformance")
                .whereLayer("embedded")
                .mayOnlyBeAccessedByLayers("gateway", "conformance")
                .whereLayer("plpgsql")
                .mayOnlyBeAccessedByLayers("engine")
                .whereLayer("executor")
                .mayOnlyBeAccessedByLayers("engine")
                .whereLayer("shard-planner")
                .mayOnlyBeAccessedByLayers("executor", "engine")
                .whereLayer("analyzer")
                .mayOnlyBeAccessedByLayers("shard-planner", "executor", "plpgsql", "engine", "conformance")
                .whereLayer("grammar")
                .mayOnlyBeAccessedByLayers("analyzer", "shard-planner", "plpgsql", "engine", "gateway", "conformance")
                .whereLayer("semantics")
                .mayOnlyBeAccessedByLayers(
                        "analyzer", "shard-planner", "executor", "plpgsql", "engine", "gateway", "conformance")
                .check(classes);
    }
}
