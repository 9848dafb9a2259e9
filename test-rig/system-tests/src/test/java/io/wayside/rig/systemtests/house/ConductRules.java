// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Rules about what a class does: clocks, waiting, printing. */
final class ConductRules {

  /** What ships. */
  private static final List<String> SHIPPED =
      List.of(
          "core",
          "journal",
          "uplink",
          "weighing",
          "tolling",
          "runtime",
          "boot",
          "driver",
          "natives",
          "opencv",
          "onnxruntime");

  /** The rig's parts that stand in for devices: time comes from the rig's own clock there. */
  private static final List<String> REPEATABLE =
      List.of("rig.simulators", "rig.contracts.scripted");

  /** Read the machine's clocks, each with its reason. */
  private static final Set<String> CLOCK_ROOMS =
      Set.of(
          // The gateway's one clock.
          "runtime.SystemTime",
          // The rig's one clock.
          "rig.simulators.clock.RealRigClock",
          // How late the machine wakes whoever naps; no clock of the rig knows of it.
          "rig.simulators.clock.MachineLag",
          // Below the framework, where no TimeSource exists: how long a peer may take for its
          // request.
          "boot.ControlLine");

  /** Print, beside programs' entries. */
  private static final Set<String> PRINTERS =
      Set.of(
          // The streams of the process, handed on from there.
          "boot.Terminal",
          // A bundle that tells the benchmark's process that it is there.
          "rig.benchmarks.start.Probe");

  private final String root;

  ConductRules(String root) {
    this.root = root;
  }

  /** For what runs on a device or stands in for one. */
  List<HouseRule> forMain() {
    return List.of(
        new HouseRule(
            "nobody reads the machine's clock outside the clock rooms",
            classes().should(avoid("the machine's clocks", this::mayReadClocks, this::isClock))),
        new HouseRule(
            "nobody prints but a program's entry",
            classes().should(avoid("System.out and System.err", this::mayPrint, this::isPrinting))),
        noSleep(type -> !watched(type)));
  }

  /** For everything, tests included: whoever waits, waits for something, with a deadline. */
  List<HouseRule> forTests() {
    return List.of(noSleep(type -> false));
  }

  private HouseRule noSleep(Predicate<JavaClass> exempt) {
    return new HouseRule(
        "nobody sleeps", classes().should(avoid("sleeping", exempt, ConductRules::isSleep)));
  }

  /** A program's entry makes the clock that it hands to all the rest. */
  private boolean mayReadClocks(JavaClass type) {
    return !watched(type) || isEntry(type) || named(CLOCK_ROOMS, type);
  }

  private boolean mayPrint(JavaClass type) {
    return isEntry(type) || named(PRINTERS, type);
  }

  private boolean watched(JavaClass type) {
    return within(SHIPPED, type) || within(REPEATABLE, type);
  }

  /** Whether it is, or belongs to, a class with a main method. */
  static boolean isEntry(JavaClass type) {
    return outermost(type).getMethods().stream()
        .anyMatch(
            method ->
                method.getName().equals("main")
                    && method.getModifiers().contains(JavaModifier.STATIC));
  }

  private boolean isClock(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getName();
    return switch (owner) {
      case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
      case "java.util.Date", "java.util.GregorianCalendar" -> name.equals("<init>");
      case "java.util.Calendar" -> name.equals("getInstance");
      case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
      case "java.time.InstantSource" -> name.equals("system");
      default -> owner.startsWith("java.time.") && name.equals("now") && !isGivenAClock(access);
    };
  }

  private static boolean isGivenAClock(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        && target.getRawParameterTypes().stream()
            .anyMatch(type -> type.isEquivalentTo(Clock.class));
  }

  private boolean isPrinting(JavaAccess<?> access) {
    boolean stream =
        access.getTargetOwner().isEquivalentTo(System.class)
            && Set.of("out", "err").contains(access.getName());
    return stream
        || (access.getName().equals("printStackTrace")
            && access.getTargetOwner().isAssignableTo(Throwable.class)
            && access.getTarget() instanceof CodeUnitAccessTarget target
            && target.getRawParameterTypes().isEmpty());
  }

  private static boolean isSleep(JavaAccess<?> access) {
    return access.getName().equals("sleep")
        && (access.getTargetOwner().isAssignableTo(Thread.class)
            || access.getTargetOwner().isAssignableTo(TimeUnit.class));
  }

  private static ArchCondition<JavaClass> avoid(
      String what, Predicate<JavaClass> exempt, Predicate<JavaAccess<?>> forbidden) {
    return new ArchCondition<>("avoid " + what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (exempt.test(type)) {
          return;
        }
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
          if (forbidden.test(access)) {
            events.add(SimpleConditionEvent.violated(type, access.getDescription()));
          }
        }
      }
    };
  }

  private boolean within(List<String> rooms, JavaClass type) {
    return rooms.stream().anyMatch(room -> Room.within(type.getPackageName(), root + "." + room));
  }

  private boolean named(Set<String> names, JavaClass type) {
    return names.stream().anyMatch(name -> outermost(type).getName().equals(root + "." + name));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ConductRules::outermost).orElse(type);
  }
}
