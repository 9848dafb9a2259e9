// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.house;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a class that breaks the named rules on purpose, to prove that they see it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Breaks {
  String[] value();
}
