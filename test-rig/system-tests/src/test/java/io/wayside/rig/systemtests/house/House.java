// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The project's folder: every module that has sources, and every file of ours. */
record House(Path root) {

  private static final Set<String> NOT_OURS = Set.of("target", ".git", ".mvn", ".wayside");

  /** Where the build says that the project is. */
  static House ofTheBuild() {
    String home = System.getProperty("wayside.home");
    if (home == null) {
      throw new IllegalStateException(
          "the project's folder is not known: start these tests with Maven, or set -Dwayside.home");
    }
    return new House(Path.of(home).toAbsolutePath().normalize());
  }

  /** All that ships or runs in the rig, module by module, so that none is forgotten. */
  JavaClasses mainClasses() {
    return imported("main", "classes");
  }

  JavaClasses testClasses() {
    return imported("test", "test-classes");
  }

  private JavaClasses imported(String sources, String classes) {
    List<Path> folders = new ArrayList<>();
    for (Path module : modules(sources)) {
      Path folder = module.resolve("target").resolve(classes);
      if (!Files.isDirectory(folder)) {
        throw new IllegalStateException(
            root.relativize(folder) + " is not there; run ./wayside build and ./wayside test");
      }
      folders.add(folder);
    }
    return new ClassFileImporter()
        .withImportOption(type -> hasSources(Path.of(type.asURI()), sources, classes))
        .importPaths(folders);
  }

  /** A bundle may hold packages of a library in itself; those are not ours to judge. */
  private static boolean hasSources(Path type, String sources, String classes) {
    String folder = type.getParent().toString();
    String compiled = "/target/" + classes;
    int at = folder.lastIndexOf(compiled);
    return Files.isDirectory(
        Path.of(
            folder.substring(0, at)
                + "/src/"
                + sources
                + "/java"
                + folder.substring(at + compiled.length())));
  }

  /** Folders of the modules with Java sources of that kind. */
  List<Path> modules(String sources) {
    return files().stream()
        .map(root::relativize)
        .filter(file -> file.toString().endsWith(".java"))
        .filter(file -> file.toString().contains("src/" + sources + "/java/"))
        .map(file -> Path.of(file.toString().replaceFirst("/?src/" + sources + "/java/.*", "")))
        .distinct()
        .map(root::resolve)
        .toList();
  }

  /** All files but what was built, downloaded or belongs to git. */
  List<Path> files() {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return NOT_OURS.contains(folder.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              files.add(file);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(root + " cannot be read", unreadable);
    }
    return files.stream().sorted().toList();
  }
}
