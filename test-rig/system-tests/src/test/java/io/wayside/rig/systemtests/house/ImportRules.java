// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.function.BiPredicate;

/** Rules about what a class knows. */
final class ImportRules {

  /**
   * Of the JDK, what everybody may use, with all below it unless it is named in {@link #NOT_ALL}.
   */
  private static final List<String> JDK =
      List.of(
          "java.io",
          "java.lang",
          "java.math",
          "java.net",
          "java.nio",
          "java.security",
          "java.text",
          "java.time",
          "java.util",
          "javax.crypto",
          "org.jspecify.annotations");

  private static final List<String> NOT_ALL = List.of("java.lang.management", "java.util.logging");

  private static final List<String> IMPURE =
      List.of(
          "java.lang.Thread",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.util.Timer",
          "java.util.concurrent.Executor",
          "java.util.concurrent.Executors",
          "java.util.concurrent.ExecutorService",
          "java.util.concurrent.ScheduledExecutorService",
          "java.util.concurrent.ForkJoinPool");

  /** What {@code java.io} and {@code java.net} have that touches nothing outside. */
  private static final List<String> HARMLESS =
      List.of(
          "java.io.ByteArrayInputStream",
          "java.io.ByteArrayOutputStream",
          "java.io.OutputStream",
          "java.io.Serializable",
          "java.io.IOException",
          "java.io.UncheckedIOException",
          "java.net.URI",
          "java.net.URISyntaxException");

  private final String root;

  ImportRules(String root) {
    this.root = root;
  }

  List<HouseRule> all() {
    return List.of(
        new HouseRule("every package belongs to a room", classes().should(haveARoom())),
        new HouseRule(
            "a room imports only what its line allows",
            classes().should(depend("only on what Rooms.java allows", this::allowed))),
        new HouseRule(
            "a pure package has no I/O, no threads and no framework",
            classes().should(depend("on nothing impure if pure", this::pureEnough))),
        new HouseRule(
            "packages form no cycle", slices().assignedFrom(packages()).should().beFreeOfCycles()),
        new HouseRule("a package says @NullMarked", classes().should(beNullMarked())));
  }

  private ArchCondition<JavaClass> haveARoom() {
    return new ArchCondition<>("have a line in Rooms.java") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (Rooms.of(root, type.getPackageName()).isEmpty() && !isPackageInfo(type)) {
          violated(events, type, type.getName() + " belongs to no room: add one to Rooms.java");
        }
      }
    };
  }

  private static ArchCondition<JavaClass> depend(
      String description, BiPredicate<JavaClass, JavaClass> allowed) {
    return new ArchCondition<>("depend " + description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          if (!allowed.test(type, dependency.getTargetClass().getBaseComponentType())) {
            violated(events, type, dependency.getDescription());
          }
        }
      }
    };
  }

  private boolean allowed(JavaClass user, JavaClass used) {
    Room room = Rooms.of(root, user.getPackageName()).orElse(null);
    String pack = used.getPackageName();
    if (room == null || pack.isEmpty() || Room.within(pack, root + "." + room.name())) {
      return true;
    }
    if (Room.within(pack, root)) {
      return anyHolds(room.ours().stream().map(ours -> root + "." + ours).toList(), pack);
    }
    boolean common = anyHolds(JDK, pack) && !anyHolds(NOT_ALL, pack);
    return common || anyHolds(room.theirs(), pack) || isBreaks(used);
  }

  private boolean pureEnough(JavaClass user, JavaClass used) {
    boolean pure = Rooms.of(root, user.getPackageName()).map(Room::pure).orElse(false);
    String name = used.getName();
    String pack = used.getPackageName();
    boolean outside =
        IMPURE.contains(name)
            || pack.equals("java.io")
            || pack.equals("java.net")
            || Room.within(pack, "java.nio.file")
            || Room.within(pack, "java.nio.channels")
            || Room.within(pack, "org.slf4j")
            || (Room.within(pack, "org.osgi") && !Room.within(pack, "org.osgi.annotation"));
    return !pure || !outside || HARMLESS.contains(name);
  }

  /** But for programs' entries, which put all the rest together. */
  private static SliceAssignment packages() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return ConductRules.isEntry(type)
            ? SliceIdentifier.ignore()
            : SliceIdentifier.of(type.getPackageName());
      }

      @Override
      public String getDescription() {
        return "packages";
      }
    };
  }

  private static ArchCondition<JavaClass> beNullMarked() {
    return new ArchCondition<>("be in a package that says @NullMarked in its package-info.java") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
          violated(events, type, "the package of " + type.getName() + " does not say @NullMarked");
        }
      }
    };
  }

  private static boolean isPackageInfo(JavaClass type) {
    return type.getSimpleName().equals("package-info");
  }

  /** The mark of a fixture is no fault of it. */
  private static boolean isBreaks(JavaClass used) {
    return used.isEquivalentTo(Breaks.class);
  }

  private static boolean anyHolds(List<String> outers, String pack) {
    return outers.stream().anyMatch(outer -> Room.within(pack, outer));
  }

  private static void violated(ConditionEvents events, JavaClass type, String message) {
    events.add(SimpleConditionEvent.violated(type, message));
  }
}
