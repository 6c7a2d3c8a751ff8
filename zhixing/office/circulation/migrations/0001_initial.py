import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organ', '0006_enrolment'),
    ]

    operations = [
        migrations.CreateModel(
            name='Box',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('label', models.CharField(choices=[('拟办意见', '拟办意见'), ('领导批示', '领导批示')], max_length=4, verbose_name='栏目')),
                ('order', models.PositiveSmallIntegerField(verbose_name='顺序')),
                ('post', models.CharField(blank=True, max_length=40, verbose_name='职务')),
                ('state', models.CharField(choices=[('未到', '未到'), ('待签', '待签'), ('已签', '已签'), ('已跳过', '已跳过')], default='未到', max_length=3, verbose_name='状态')),
                ('arrived_at', models.DateTimeField(null=True, verbose_name='送达时间')),
                ('text', models.CharField(blank=True, max_length=1000, verbose_name='意见')),
                ('assigns', models.BooleanField(default=False, verbose_name='有办理意见')),
                ('on_behalf', models.CharField(blank=True, max_length=60, verbose_name='代签依据')),
                ('signed_at', models.DateTimeField(null=True, verbose_name='签署时间')),
                ('passed_reason', models.CharField(blank=True, max_length=300, verbose_name='跳过原因')),
                ('leader', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='签署人')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('signed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='签名')),
            ],
            options={
                'ordering': ['sheet_id', 'order'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', '已签'), _negated=True), models.Q(('signed_at__isnull', False), ('signed_by__isnull', False)), _connector='OR'), name='signed_with_name_and_time'), models.CheckConstraint(condition=models.Q(models.Q(('state', '已跳过'), _negated=True), models.Q(('passed_reason', ''), _negated=True), _connector='OR'), name='passed_over_with_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='Assignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('due', models.DateField(verbose_name='办理期限')),
                ('state', models.CharField(choices=[('承办中', '承办中'), ('已办结', '已办结'), ('已收回', '已收回')], default='承办中', max_length=3, verbose_name='状态')),
                ('assigned_at', models.DateTimeField(verbose_name='交办时间')),
                ('result', models.CharField(blank=True, max_length=1000, verbose_name='办理结果')),
                ('done_at', models.DateTimeField(null=True, verbose_name='办结时间')),
                ('taken_back_why', models.CharField(blank=True, max_length=300, verbose_name='收回原因')),
                ('doer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='责任人')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('section', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.section', verbose_name='责任科室')),
                ('box', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='circulation.box', verbose_name='依据的意见')),
            ],
            options={
                'ordering': ['sheet_id', 'id'],
                'indexes': [models.Index(fields=['organ', 'doer', 'state'], name='circulation_organ_i_1a9b22_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', '已办结'), _negated=True), models.Q(models.Q(('result', ''), _negated=True), ('done_at__isnull', False)), _connector='OR'), name='done_with_its_result'), models.CheckConstraint(condition=models.Q(models.Q(('state', '已收回'), _negated=True), models.Q(('taken_back_why', ''), _negated=True), _connector='OR'), name='an_assignment_taken_back_says_why')],
            },
        ),
        migrations.CreateModel(
            name='Progress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=500, verbose_name='进展')),
                ('at', models.DateTimeField(verbose_name='填报时间')),
                ('assignment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='progress', to='circulation.assignment')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='填报人')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
            ],
            options={
                'ordering': ['assignment_id', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Sheet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20, verbose_name='种类')),
                ('source', models.CharField(max_length=80, verbose_name='来源')),
                ('number', models.CharField(max_length=40, verbose_name='编号')),
                ('title', models.CharField(max_length=300, verbose_name='标题')),
                ('state', models.CharField(choices=[('流转中', '流转中'), ('已办结', '已办结'), ('已停止', '已停止')], default='流转中', max_length=3, verbose_name='状态')),
                ('due', models.DateField(null=True, verbose_name='办理期限')),
                ('opened_at', models.DateTimeField(verbose_name='开始时间')),
                ('closed_at', models.DateTimeField(null=True, verbose_name='结束时间')),
                ('end_reason', models.CharField(blank=True, max_length=300, verbose_name='结束说明')),
                ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='登记人')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('watcher', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='催办人')),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['organ', 'kind', 'state'], name='circulation_organ_i_02d61b_idx')],
                'constraints': [models.UniqueConstraint(fields=('organ', 'source'), name='one_sheet_a_source'), models.CheckConstraint(condition=models.Q(('state', '流转中'), ('closed_at__isnull', False), _connector='OR'), name='an_ended_sheet_has_its_time')],
            },
        ),
        migrations.CreateModel(
            name='Reader',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('已送达', '已送达'), ('在阅', '在阅'), ('已阅', '已阅'), ('已收回', '已收回')], default='已送达', max_length=3, verbose_name='状态')),
                ('sent_at', models.DateTimeField(verbose_name='送达时间')),
                ('why', models.CharField(blank=True, max_length=200, verbose_name='送阅原因')),
                ('opened_at', models.DateTimeField(null=True, verbose_name='开始阅读')),
                ('read_at', models.DateTimeField(null=True, verbose_name='阅退时间')),
                ('remark', models.CharField(blank=True, max_length=500, verbose_name='阅文意见')),
                ('taken_back_at', models.DateTimeField(null=True, verbose_name='收回时间')),
                ('taken_back_why', models.CharField(blank=True, max_length=300, verbose_name='收回原因')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='传阅人')),
                ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='送阅人')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readers', to='circulation.sheet')),
            ],
            options={
                'ordering': ['sheet_id', 'id'],
                'indexes': [models.Index(fields=['organ', 'person', 'state'], name='circulation_organ_i_78762b_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', '已收回'), _negated=True), fields=('sheet', 'person'), name='a_reader_once_a_sheet'), models.CheckConstraint(condition=models.Q(models.Q(('state', '已阅'), _negated=True), ('read_at__isnull', False), _connector='OR'), name='read_at_a_time'), models.CheckConstraint(condition=models.Q(models.Q(('state', '已收回'), _negated=True), models.Q(('taken_back_why', ''), _negated=True), _connector='OR'), name='taken_back_with_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='Hand',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('why', models.CharField(max_length=200, verbose_name='事由')),
                ('since', models.DateTimeField(verbose_name='到手时间')),
                ('until', models.DateTimeField(null=True, verbose_name='离手时间')),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circulation.hand', verbose_name='更正')),
                ('giver', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='从谁手里来')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='在谁手里')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hands', to='circulation.sheet')),
            ],
            options={
                'ordering': ['sheet_id', 'since', 'id'],
                'indexes': [models.Index(fields=['organ', 'holder', 'until'], name='circulation_organ_i_e3fec7_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('until', None)), fields=('sheet', 'holder'), name='held_once_at_a_time'), models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='held_forwards')],
            },
        ),
        migrations.AddField(
            model_name='box',
            name='sheet',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='boxes', to='circulation.sheet'),
        ),
        migrations.AddField(
            model_name='assignment',
            name='sheet',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='circulation.sheet'),
        ),
        migrations.CreateModel(
            name='Urging',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('about', models.CharField(max_length=20, verbose_name='催什么')),
                ('text', models.CharField(blank=True, max_length=300, verbose_name='催办内容')),
                ('at', models.DateTimeField(verbose_name='催办时间')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='催办人')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='urgings', to='circulation.sheet')),
                ('urged', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='被催办人')),
            ],
            options={
                'ordering': ['sheet_id', 'id'],
            },
        ),
        migrations.AddConstraint(
            model_name='box',
            constraint=models.UniqueConstraint(fields=('sheet', 'order'), name='one_box_a_place'),
        ),
        migrations.AddConstraint(
            model_name='box',
            constraint=models.UniqueConstraint(condition=models.Q(('state', '待签')), fields=('sheet',), name='one_box_waits_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='assignment',
            constraint=models.UniqueConstraint(condition=models.Q(('state', '承办中')), fields=('sheet', 'doer'), name='assigned_once_at_a_time'),
        ),
    ]
