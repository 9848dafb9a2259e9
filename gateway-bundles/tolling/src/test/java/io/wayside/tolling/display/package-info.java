// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.wayside.tolling.display;

import org.jspecify.annotations.NullMarked;
