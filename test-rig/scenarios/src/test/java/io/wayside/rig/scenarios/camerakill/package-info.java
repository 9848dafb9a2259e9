// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.wayside.rig.scenarios.camerakill;

import org.jspecify.annotations.NullMarked;
