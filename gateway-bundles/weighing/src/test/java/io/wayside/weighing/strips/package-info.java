// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.wayside.weighing.strips;

import org.jspecify.annotations.NullMarked;
