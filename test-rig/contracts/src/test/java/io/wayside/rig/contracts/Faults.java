// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Source.Subscription;
import io.wayside.rig.contracts.Spoiling.Fault;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The parts mutants are made of. */
final class Faults {

  private Faults() {}

  /** Gives every listener's place to another one. */
  @SuppressWarnings("unchecked")
  static Fault listening(UnaryOperator<Listener<Object>> by) {
    return (call, given) -> call.go(by.apply((Listener<Object>) given[0]));
  }

  /** Changes every event. */
  static Fault saying(UnaryOperator<Object> change) {
    return listening(l -> new Around(l, event -> l.received(change.apply(event)), l::interrupted));
  }

  /** Changes one component of every event, which is a record. */
  static Fault saying(String component, Function<Object, Object> change) {
    return saying(event -> changed(event, component, change));
  }

  static Fault closing(Function<Subscription, Subscription> by) {
    return (call, given) -> by.apply((Subscription) call.go(given));
  }

  static Object changed(Object event, String component, Function<Object, Object> change) {
    try {
      RecordComponent[] components = event.getClass().getRecordComponents();
      Class<?>[] types = new Class<?>[components.length];
      Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        values[i] = components[i].getAccessor().invoke(event);
        if (components[i].getName().equals(component)) {
          values[i] = change.apply(values[i]);
        }
      }
      Constructor<?> canonical = event.getClass().getDeclaredConstructor(types);
      return canonical.newInstance(values);
    } catch (ReflectiveOperationException noSuchRecord) {
      throw new IllegalStateException(noSuchRecord);
    }
  }

  /** A listener around another. */
  record Around(
      Listener<Object> inner,
      java.util.function.Consumer<Object> onEvent,
      java.util.function.Consumer<Interruption> onInterruption)
      implements Listener<Object> {

    @Override
    public void received(Object event) {
      onEvent.accept(event);
    }

    @Override
    public void interrupted(Interruption interruption) {
      onInterruption.accept(interruption);
    }
  }
}
