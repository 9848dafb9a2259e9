// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime;

import io.wayside.runtime.health.PartName;
import io.wayside.runtime.health.Trouble;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Constants;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/**
 * Components of the house that do not run, with the reason, as Declarative Services knows it; and
 * configurations that no component takes.
 */
final class ComponentTroubles {

  private static final String HOUSE = "io.wayside.";

  private final ServiceComponentRuntime components;

  ComponentTroubles(ServiceComponentRuntime components) {
    this.components = components;
  }

  List<Trouble> find(Set<String> configured) {
    List<Trouble> troubles = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs()) {
      if (component.bundle.symbolicName.startsWith(HOUSE)) {
        taken.addAll(List.of(component.configurationPid));
        for (ComponentConfigurationDTO instance :
            components.getComponentConfigurationDTOs(component)) {
          look(component, instance, troubles);
        }
      }
    }
    for (String pid : configured) {
      String factory = pid.replaceFirst("~.*", "");
      if (!taken.contains(factory)) {
        troubles.add(
            new Trouble(
                PartName.ofPid(pid),
                "no-component",
                "no running bundle takes configuration " + factory + "; see the bundles below",
                true));
      }
    }
    return troubles;
  }

  private static void look(
      ComponentDescriptionDTO component,
      ComponentConfigurationDTO instance,
      List<Trouble> troubles) {
    String part = part(component, instance);
    if (instance.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
      troubles.add(
          new Trouble(part, "does-not-start", "it does not start: " + reason(instance), false));
    } else if (instance.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
      for (UnsatisfiedReferenceDTO missing : instance.unsatisfiedReferences) {
        troubles.add(
            new Trouble(part, "waiting", "it waits for " + wanted(component, missing), true));
      }
    }
  }

  private static String part(
      ComponentDescriptionDTO component, ComponentConfigurationDTO instance) {
    return instance.properties.get(Constants.SERVICE_PID) instanceof String pid
        ? PartName.ofPid(pid)
        : component.name.replaceFirst("^io\\.wayside\\.", "");
  }

  /** The first line of the failure, which holds a whole stack trace. */
  private static String reason(ComponentConfigurationDTO instance) {
    String failure = instance.failure;
    return failure == null ? "unknown" : failure.lines().findFirst().orElse("unknown");
  }

  private static String wanted(ComponentDescriptionDTO component, UnsatisfiedReferenceDTO missing) {
    for (ReferenceDTO reference : component.references) {
      if (reference.name.equals(missing.name)) {
        String type =
            reference.interfaceName.substring(reference.interfaceName.lastIndexOf('.') + 1);
        return missing.target == null ? "a " + type : "a " + type + " with " + missing.target;
      }
    }
    return missing.name;
  }
}
