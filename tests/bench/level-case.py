#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes one levelling case twice: as a plan and as a project of TaskJuggler.

    level-case.py TASKS SEED PLAN.liaison PROJECT.tjp

Tasks of one to four hours, each for one of TASKS/125 teams, wait for up to two earlier ones; people work from 8 to 16 from
Monday to Friday. In the plan all stand at STARTEX, one over the other.
"""
import json
import random
import sys

count, seed, plan_path, project_path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]
rand = random.Random(seed)
teams = max(count // 125, 1)


def make_id(number):
    return f"01a2248c-{number >> 12 & 0xffff:04x}-7{number & 0xfff:03x}-8000-{number:012x}"


tasks = []
for i in range(count):
    before = sorted({rand.randrange(max(i - 300, 0), i) for _ in range(rand.randrange(3))}) if i > 0 else []
    tasks.append((rand.randrange(1, 5), rand.randrange(teams), rand.randrange(1000), before))

TEAM, TASK, TIE = 1, 100_000, 200_000
ties = 0
events = []
for i, (hours, team, priority, before) in enumerate(tasks):
    event = {
        "id": make_id(TASK + i), "serial": f"T{i}", "title": {"en": f"Task {i}"},
        "start": "2027-01-04T08:00Z", "duration": f"PT{hours}H", "priority": priority,
        "participants": [make_id(TEAM + team)],
    }
    if before:
        event["dependencies"] = []
        for other in before:
            event["dependencies"].append(
                {"id": make_id(TIE + ties), "event": make_id(TASK + other), "type": "finish-start"})
            ties += 1
    events.append(event)
plan = {
    "format": "liaison-exercise", "version": 1,
    "exercise": {"id": make_id(0), "name": {"en": "Levelling case"}, "startex": "2027-01-04T08:00Z",
                 "endex": "2029-01-04T08:00Z", "zone": "Etc/UTC", "day-start": "PT8H", "day-end": "PT16H"},
    "nations": [{"id": make_id(900_000), "code": "NO", "zone": "Etc/UTC"}],
    "participants": [{"id": make_id(TEAM + t), "code": f"R{t}", "name": {"en": f"Team {t}"}, "nation": "NO"}
                     for t in range(teams)],
    "events": events,
    "observances": [{"id": make_id(900_001), "title": {"en": "Weekend"}, "type": "weekend", "nations": ["NO"],
                     "effect": "no-work", "status": "approved", "basis": "recurrence",
                     "rule": "FREQ=WEEKLY;BYDAY=SA,SU"}],
}
with open(plan_path, "w", encoding="utf-8") as file:
    json.dump(plan, file, indent=2)

with open(project_path, "w", encoding="utf-8") as file:
    file.write('project case "Levelling case" 2027-01-04 +24m {\n  timezone "UTC"\n  timingresolution 60min\n'
               '  timeformat "%Y-%m-%d %H:%M"\n  workinghours mon - fri 8:00 - 16:00\n  workinghours sat, sun off\n}\n')
    for t in range(teams):
        file.write(f'resource r{t} "R{t}" {{ }}\n')
    for i, (hours, team, priority, before) in enumerate(tasks):
        file.write(f'task t{i} "Task {i}" {{ effort {hours}h allocate r{team} priority {priority + 1}')
        if before:
            file.write(" depends " + ", ".join(f"t{other}" for other in before))
        file.write(" }\n")
    file.write('taskreport "result" { formats csv columns id, start, end }\n')
