#!/usr/bin/env bash
# Builds a project on Slurm: an array of 4 tasks, then one that merges. Needs Debian's slurm-wlm and munge, root, and no systemd.
#
#     slurm.sh PANCARTE [PROJECT]
#
# A cluster of this one machine is made in a temporary folder, by hand: munged, slurmctld, slurmd; all three are stopped again,
# whatever happens. Where BUILD and MERGE are set, they are what the jobs run. What was merged is compared, byte by byte,
# with the output of one build without shards.
set -euo pipefail

PANCARTE=$(realpath "$1")
ROOT=$(realpath "$(dirname "$0")/../..")
PROJECT=$(realpath "${2:-$ROOT}")
TASKS=4

WORK=$(mktemp -d)
SHARED=$WORK/shared
NODE=$(hostname -s)
export PANCARTE PROJECT SHARED TASKS SLURM_CONF=$WORK/slurm.conf
# What the jobs run: the same two lines as in docs/scale.md. The shell of the job puts the values in.
# shellcheck disable=SC2016
export BUILD=${BUILD:-'"$PANCARTE" build --project "$PROJECT" --shard "auto/$TASKS" --output "$SHARED/shard-$SLURM_ARRAY_TASK_ID"'}
# shellcheck disable=SC2016
export MERGE=${MERGE:-'"$PANCARTE" merge --project "$PROJECT" --output "$SHARED/merged" "$SHARED"/shard-*'}

fail() {
  printf '%s\n' "$1" >&2
  tail -n 20 "$WORK"/*.log "$SHARED"/*.out >&2 2> /dev/null || true
  exit 1
}

# Each daemon is a child of this shell, so its id is known and nobody else's is ended.
daemons=()
stop() {
  local at
  for ((at = ${#daemons[@]} - 1; at >= 0; at--)); do
    kill "${daemons[at]}" 2> /dev/null || continue
    wait "${daemons[at]}" 2> /dev/null || true
  done
  rm -rf "$WORK"
}
trap stop EXIT

start() {
  "$@" > /dev/null 2>> "$WORK/daemons.log" &
  daemons+=($!)
}

until_true() {
  local seconds=$1
  shift
  for ((; seconds > 0; seconds--)); do
    "$@" > /dev/null 2>&1 && return
    sleep 1
  done
  fail "not within its time: $*"
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

configure() {
  mkdir -p "$SHARED" "$WORK/munge" "$WORK/state" "$WORK/spool"
  # Slurm's programs of any user speak to munged through its socket
  chmod 755 "$WORK" "$WORK/munge"
  (umask 077 && dd if=/dev/urandom of="$WORK/munge.key" bs=1024 count=1 status=none)
  cat > "$SLURM_CONF" << END
ClusterName=pancarte
SlurmctldHost=$NODE(127.0.0.1)
SlurmctldPort=$(free_port)
SlurmdPort=$(free_port)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$WORK/munge/socket
CredType=cred/munge
StateSaveLocation=$WORK/state
SlurmdSpoolDir=$WORK/spool
SlurmctldPidFile=$WORK/slurmctld.pid
SlurmdPidFile=$WORK/slurmd.pid
SlurmctldLogFile=$WORK/slurmctld.log
SlurmdLogFile=$WORK/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
NodeName=$NODE NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
END
}

serve() {
  start munged --foreground --key-file "$WORK/munge.key" --socket "$WORK/munge/socket" --pid-file "$WORK/munged.pid" \
    --log-file "$WORK/munged.log" --seed-file "$WORK/munged.seed" --num-threads 2
  until_true 20 test -S "$WORK/munge/socket"
  start slurmctld -D -i
  until_true 20 scontrol ping
  start slurmd -D
  until_true 30 sh -c 'sinfo --noheader --format %T | grep -q idle'
}

# Gives the id of the array; the merge waits for all its tasks, and is dropped when one of them failed.
submit() {
  sbatch --parsable --array="0-$((TASKS - 1))" --cpus-per-task=1 --chdir="$WORK" --output="$SHARED/task-%a.out" --wrap "$BUILD"
}

merge_after() {
  sbatch --wait --dependency="afterok:$1" --kill-on-invalid-dep=yes --chdir="$WORK" --output="$SHARED/merge.out" --wrap "$MERGE"
}

compare() {
  "$PANCARTE" build --project "$PROJECT" --output "$WORK/whole" > /dev/null 2>&1 || fail 'the build without shards failed'
  diff -rq --exclude .pancarte "$WORK/whole" "$SHARED/merged" || fail 'the merged output is not that of one build'
  printf '%d files, the same as those of one build\n' "$(find "$SHARED/merged" -type f | wc -l)"
}

configure
serve
array=$(submit)
merge_after "$array" || fail 'a task or the merge failed'
for ((task = 0; task < TASKS; task++)); do
  tail -n 1 "$SHARED/task-$task.out"
done
tail -n 1 "$SHARED/merge.out"
compare
